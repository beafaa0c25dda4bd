// tools/judge/subject/integrate_scenarios.cpp: see integrate_scenarios.hpp.
#include "judge/subject/integrate_scenarios.hpp"

#include "judge/polynomial.hpp"
#include "judge/subject/ledger.hpp"
#include "judge/subject/rendezvous.hpp"

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace judge {

namespace {

// Which strips f was called for, by the midpoints it was given.
class Samples {
 public:
  explicit Samples(const Call& call)
      : a_(call.a),
        dx_((call.b - call.a) / static_cast<double>(call.strips)),
        hits_(static_cast<std::size_t>(call.strips)) {}

  void note(double x) {
    const double place = (x - a_) / dx_ - 0.5;
    const double strip = std::round(place);
    // A strip's midpoint may be off by rounding, never by a thousandth of a strip.
    const bool inside = strip >= 0 && strip < static_cast<double>(hits_.size());
    if (!inside || std::abs(place - strip) > 1e-3) {
      ++elsewhere_;
    } else {
      ++hits_[static_cast<std::size_t>(strip)];
    }
  }

  void tell(Facts& told) const {
    std::int64_t calls = elsewhere_;
    std::int64_t missed = 0;
    std::int64_t repeated = 0;
    for (const auto& hit : hits_) {
      const int times = hit;
      calls += times;
      if (times == 0) ++missed;
      if (times > 1) ++repeated;
    }
    told.set("calls", calls);
    told.set("missed", missed);
    told.set("repeated", repeated);
    told.set("elsewhere", elsewhere_.load());
  }

 private:
  double a_;
  double dx_;
  std::vector<std::atomic<int>> hits_;
  std::atomic<std::int64_t> elsewhere_ = 0;
};

void choose_start(const Facts& asked) {
  if (asked.has("late")) ledger::start_threads_late();
  if (asked.has("early")) ledger::start_threads_early();
}

void value(Integrate integrate, const Facts& asked, Facts& told) {
  const Call call(asked);
  ledger::begin();
  choose_start(asked);
  told.set("result", integrate([&call](double x) { return call.f(x); }, call));
  tell_threads(told);
}

void samples(Integrate integrate, const Facts& asked, Facts& told) {
  const Call call(asked);
  Samples seen(call);
  const auto f = [&](double x) {
    seen.note(x);
    return call.f(x);
  };
  ledger::begin();
  choose_start(asked);
  told.set("result", integrate(f, call));
  seen.tell(told);
  tell_threads(told);
}

void rendezvous(Integrate integrate, const Facts& asked, Facts& told) {
  const Call call(asked);
  Rendezvous meeting(call.workers, std::chrono::milliseconds(asked.whole("patience_ms")));
  const auto f = [&](double x) {
    meeting.arrive();
    return call.f(x);
  };
  ledger::begin();
  told.set("result", integrate(f, call));
  told.set("met", meeting.met());
  told.set("certain", meeting.certain());
  tell_threads(told);
}

void refused(Integrate integrate, const Facts& asked, Facts& told) {
  const Call call(asked);
  try {
    told.set("result", integrate([&call](double x) { return call.f(x); }, call));
  } catch (const std::invalid_argument& error) {
    told.set("refused", error.what());
  }
}

}  // namespace

Call::Call(const Facts& asked)
    : a(asked.number("a")),
      b(asked.number("b")),
      strips(asked.whole("strips")),
      workers(asked.count("workers")),
      coefficients(asked.numbers("coefficients")) {}

double Call::f(double x) const { return polynomial(coefficients, x); }

void tell_threads(Facts& told) {
  const ledger::Counts counts = ledger::counts();
  told.set("started", counts.started);
  told.set("joined", counts.joined);
  told.set("detached", counts.detached);
  told.set("sleeps", counts.sleeps);
  told.set("most_locks", counts.most_locks);
  told.set("callers_locks", counts.callers_locks);
}

std::vector<Scenario> integrate_scenarios(Integrate integrate) {
  const auto scenario = [integrate](const char* name, auto run) {
    return Scenario{name, [integrate, run](const Facts& asked, Facts& told) { run(integrate, asked, told); }};
  };
  return {scenario("value", value), scenario("samples", samples), scenario("rendezvous", rendezvous),
          scenario("refused", refused)};
}

}  // namespace judge

// tests/05_signaling/scenarios.cpp: what lesson 05's queue and integrate() are put through.
#include <exercise.hpp>

#include "crew.hpp"
#include "judge/subject/integrate_scenarios.hpp"
#include "judge/subject/ledger.hpp"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using judge::Facts;
namespace ledger = judge::ledger;

/// What a pop() that gave nothing is reported as.
constexpr std::int64_t kNothing = -1;

/// An item with a number, which notes whether anybody copied it.
class Parcel {
 public:
  Parcel() = default;
  explicit Parcel(std::int64_t number) : number_(number) {}
  Parcel(const Parcel& other) : number_(other.number_) { ++copies; }
  Parcel(Parcel&& other) noexcept : number_(std::exchange(other.number_, kMovedFrom)) {}
  Parcel& operator=(const Parcel& other) {
    number_ = other.number_;
    ++copies;
    return *this;
  }
  Parcel& operator=(Parcel&& other) noexcept {
    number_ = std::exchange(other.number_, kMovedFrom);
    return *this;
  }
  ~Parcel() = default;

  std::int64_t number() const { return number_; }

  static inline std::atomic<int> copies = 0;

 private:
  // Whoever hands out the shell of an item is found by it.
  static constexpr std::int64_t kMovedFrom = 1'000'000'001;
  std::int64_t number_ = kMovedFrom;
};

using Queue = BoundedQueue<Parcel>;

std::int64_t number_of(const std::optional<Parcel>& item) { return item ? item->number() : kNothing; }

/// A queue, its users, and the steps of a script.
class Play {
 public:
  explicit Play(const Facts& asked)
      : queue_(std::make_shared<Queue>(static_cast<std::size_t>(asked.whole("capacity")))) {
    ledger::begin();
    if (asked.has("spurious")) ledger::wake_spuriously(asked.count("spurious"));
  }

  void take(const std::string& step) {
    if (step == "pop") {
      crew_.send([queue = queue_] { return number_of(queue->pop()); });
    } else if (step == "close") {
      crew_.send([queue = queue_] { return queue->close(), std::int64_t{0}; });
    } else if (step.starts_with("push:")) {
      const std::int64_t number = std::stoll(step.substr(5));
      crew_.send([queue = queue_, number] { return queue->push(Parcel(number)) ? std::int64_t{1} : std::int64_t{0}; });
    } else {
      direct(step);
    }
  }

  crew::Crew& crew() { return crew_; }

 private:
  static void direct(const std::string& step) {
    if (step == "hold_before_wait") return ledger::hold_at(ledger::Place::before_wait);
    if (step == "hold_after_wake") return ledger::hold_at(ledger::Place::after_wake);
    if (step == "hold_after_notify") return ledger::hold_at(ledger::Place::after_notify);
    if (step != "let_go") throw std::logic_error("no such step: " + step);
    for (const auto place : {ledger::Place::before_wait, ledger::Place::after_wake, ledger::Place::after_notify}) {
      ledger::let_go(place);
    }
  }

  std::shared_ptr<Queue> queue_;
  crew::Crew crew_;
};

/// Takes the steps one after the other, each once everybody has come to rest after the one before. Tells after each
/// step what every call so far has come to.
void script(const Facts& asked, Facts& told) {
  Play play(asked);
  std::istringstream steps(asked.text("steps"));
  int count = 0;
  for (std::string step; steps >> step; ++count) {
    play.take(step);
    told.set("after_" + std::to_string(count), play.crew().settle());
  }
  told.set("at_end", play.crew().finish());
  told.set("copies", Parcel::copies.load());
}

/// The yardstick: keeps the calling thread at work for that much processor time, however long it takes.
void spin(std::int64_t nanoseconds) {
  const std::int64_t end = ledger::own_cpu_nanoseconds() + nanoseconds;
  while (ledger::own_cpu_nanoseconds() < end) {
  }
}

/// The script's last call waits while the yardstick spins beside it. Then "steps_after" let it end.
void idle(const Facts& asked, Facts& told) {
  Play play(asked);
  std::istringstream steps(asked.text("steps"));
  for (std::string step; steps >> step;) {
    play.take(step);
    play.crew().settle();
  }
  const ledger::Counts before = ledger::counts();
  const std::int64_t cpu_before = crew::cpu_nanoseconds(play.crew().last_thread());
  spin(asked.whole("spin_ns"));
  const std::int64_t cpu_after = crew::cpu_nanoseconds(play.crew().last_thread());
  const ledger::Counts after = ledger::counts();
  told.set("waiting", play.crew().settle());
  told.set("cpu_ns", cpu_after - cpu_before);
  told.set("sleeps", after.sleeps);
  told.set("timed_waits", after.timed_waits);
  told.set("yields", after.yields - before.yields);
  play.take("close");
  play.crew().finish();
}

/// What the poppers of one traffic scenario took, to be looked through when all is over.
class Arrivals {
 public:
  explicit Arrivals(std::int64_t total) : times_(static_cast<std::size_t>(total)) {}

  void note(std::int64_t number) {
    if (number < 0 || number >= static_cast<std::int64_t>(times_.size())) {
      ++unknown_;
    } else {
      ++times_[static_cast<std::size_t>(number)];
    }
  }

  void tell(Facts& told) const {
    std::int64_t lost = 0;
    std::int64_t doubled = 0;
    for (const auto& times : times_) {
      if (times == 0) ++lost;
      if (times > 1) ++doubled;
    }
    told.set("lost", lost);
    told.set("doubled", doubled);
    told.set("unknown", unknown_.load());
  }

 private:
  std::vector<std::atomic<int>> times_;
  std::atomic<std::int64_t> unknown_ = 0;
};

/// Pushers and poppers at work at the same time; the last pusher closes the queue.
void traffic(const Facts& asked, Facts& told) {
  const auto queue = std::make_shared<Queue>(static_cast<std::size_t>(asked.whole("capacity")));
  const std::int64_t pushers = asked.whole("pushers");
  const std::int64_t each = asked.whole("each");
  const auto arrivals = std::make_shared<Arrivals>(pushers * each);
  const auto still_pushing = std::make_shared<std::atomic<std::int64_t>>(pushers);
  ledger::begin();
  crew::Crew crew;
  for (std::int64_t i = 0; i < asked.whole("poppers"); ++i) {
    crew.send([=] {
      while (const std::optional<Parcel> item = queue->pop()) arrivals->note(item->number());
      return std::int64_t{0};
    });
  }
  for (std::int64_t pusher = 0; pusher < pushers; ++pusher) {
    crew.send([=] {
      std::int64_t refused = 0;
      for (std::int64_t i = 0; i < each; ++i) {
        if (!queue->push(Parcel(pusher * each + i))) ++refused;
      }
      if (--*still_pushing == 0) queue->close();
      return refused;
    });
  }
  told.set("at_end", crew.finish());
  arrivals->tell(told);
}

/// The first worker that comes to f is kept there until everybody else has come to rest: nobody is so slow by chance.
void straggler(const Facts& asked, Facts& told) {
  const judge::Call call(asked);
  std::atomic<bool> kept = false;
  const auto f = [&](double x) {
    if (!kept.exchange(true)) crew::wait_until_others_rest();
    return call.f(x);
  };
  ledger::begin();
  told.set("result", integrate(f, call.a, call.b, call.strips, call.workers));
}

void capacity_refused(const Facts& asked, Facts& told) {
  try {
    const Queue queue(static_cast<std::size_t>(asked.whole("capacity")));
    told.set("made", true);
  } catch (const std::invalid_argument& error) {
    told.set("refused", error.what());
  }
}

}  // namespace

int main() {
  using judge::operator+;
  const std::vector<judge::Scenario> of_the_queue = {{"script", script},
                                                     {"idle", idle},
                                                     {"traffic", traffic},
                                                     {"straggler", straggler},
                                                     {"capacity_refused", capacity_refused}};
  return judge::serve(of_the_queue + judge::integrate_scenarios([](judge::Function f, const judge::Call& call) {
                        return integrate(f, call.a, call.b, call.strips, call.workers);
                      }));
}

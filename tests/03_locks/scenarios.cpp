// tests/03_locks/scenarios.cpp: what lesson 03's Total and integrate() are put through.
#include <exercise.hpp>

#include "judge/subject/integrate_scenarios.hpp"
#include "judge/subject/ledger.hpp"
#include "judge/subject/write_trap.hpp"

#include <atomic>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

double integrate_it(judge::Function f, const judge::Call& call) {
  return integrate(f, call.a, call.b, call.strips, call.workers);
}

// One thread, one Total, made where memory holds anything but zeros.
void alone(const judge::Facts& asked, judge::Facts& told) {
  judge::WriteTrap<Total> place([] { return true; });
  Total& total = place.object();
  std::vector<double> values{total.value()};
  for (const double part : asked.numbers("parts")) {
    total.add(part);
    values.push_back(total.value());
  }
  told.set("values", values);
}

// Two threads add once each.
void add_add(const judge::Facts& asked, judge::Facts& told) {
  Total total;
  std::thread first([&] { total.add(asked.number("first")); });
  std::thread second([&] { total.add(asked.number("second")); });
  first.join();
  second.join();
  told.set("value", total.value());
}

// One thread adds, another reads meanwhile.
void add_value(const judge::Facts& asked, judge::Facts& told) {
  Total total;
  double seen = 0;
  std::thread writer([&] { total.add(asked.number("part")); });
  std::thread reader([&] { seen = total.value(); });
  writer.join();
  reader.join();
  told.set("seen", seen);
  told.set("value", total.value());
}

// Where the first of two adding threads is stopped, and what it had done until then. One scenario runs per process.
namespace stop {

judge::WriteTrap<Total>* trap = nullptr;
int when = 0;  // 0: from its first step on; +1: when it has taken a lock; -1: when it has released one
std::atomic<bool> second_is_done = false;
std::atomic<bool> second_had_to_wait = false;
thread_local bool is_first = false;
int taken = 0;
int held = 0;

bool may_go_on() {
  if (judge::ledger::blocked_in_lock() > 0) second_had_to_wait = true;
  return second_is_done || second_had_to_wait;
}

void lock_changed(int change) {
  if (!is_first || trap->sprung()) return;
  held += change;
  if (change > 0) ++taken;
  if (change == when) trap->set();
}

}  // namespace stop

// Two threads add once each. The first is stopped before its next write from the moment `when` on; the second adds
// once the first is stopped, or has ended.
void add_between(const judge::Facts& asked, judge::Facts& told) {
  judge::WriteTrap<Total> trap(stop::may_go_on);
  Total& total = trap.object();
  stop::trap = &trap;
  stop::when = asked.count("when");
  judge::ledger::begin();
  judge::ledger::watch_locks(stop::lock_changed);
  std::atomic<bool> first_is_done = false;
  std::thread first([&] {
    stop::is_first = true;
    if (stop::when == 0) trap.set();
    total.add(asked.number("first"));
    first_is_done = true;
  });
  std::thread second([&] {
    while (!trap.sprung() && !first_is_done) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    total.add(asked.number("second"));
    stop::second_is_done = true;
  });
  first.join();
  second.join();
  trap.open();
  told.set("value", total.value());
  told.set("stopped", trap.sprung());
  told.set("second_had_to_wait", stop::second_had_to_wait.load());
  told.set("taken", stop::taken);
  told.set("held", stop::held);
}

// f throws: at every sample, at the first that anybody takes, or at one strip's.
void throwing(const judge::Facts& asked, judge::Facts& told) {
  const judge::Call call(asked);
  const std::string where = asked.text("where");
  const double dx = (call.b - call.a) / static_cast<double>(call.strips);
  const double bad_x = call.a + (static_cast<double>(asked.whole("strip")) + 0.5) * dx;
  std::atomic<int> calls = 0;
  const auto f = [&](double x) {
    const bool first = calls.fetch_add(1) == 0;
    const bool throws = where == "everywhere" || (where == "first" ? first : std::abs(x - bad_x) < std::abs(dx) / 2);
    if (throws) throw std::runtime_error(asked.text("text"));
    return call.f(x);
  };
  judge::ledger::begin();
  try {
    told.set("result", integrate_it(f, call));
  } catch (const std::exception& error) {
    told.set("caught", error.what());
  } catch (...) {
    told.set("caught", "something that is no std::exception");
  }
  judge::tell_threads(told);
  told.set("later", integrate_it([&](double x) { return call.f(x); }, call));
}

}  // namespace

int main() {
  using judge::operator+;
  const std::vector<judge::Scenario> own{{"alone", alone},
                                         {"add_add", add_add},
                                         {"add_value", add_value},
                                         {"add_between", add_between},
                                         {"throwing", throwing}};
  return judge::serve(own + judge::integrate_scenarios(integrate_it));
}

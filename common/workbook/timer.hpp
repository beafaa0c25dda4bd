// common/workbook/timer.hpp: how long something took, by a clock that never runs backwards.
#pragma once

#include <algorithm>
#include <chrono>

namespace workbook {

/// Starts when it is made. Not for use by several threads at once.
class Timer {
 public:
  using Clock = std::chrono::steady_clock;
  using Seconds = std::chrono::duration<double>;

  /// Time since this timer was made.
  Seconds elapsed() const { return Clock::now() - start_; }

 private:
  Clock::time_point start_ = Clock::now();
};

/// How long one call of `work` takes.
template <class Work>
Timer::Seconds time_of(Work&& work) {
  const Timer timer;
  work();
  return timer.elapsed();
}

/// Uses `value` in a way no compiler sees through, so that the work behind it is not left out.
inline void keep(double value) { asm volatile("" : : "g"(value) : "memory"); }

/// The best times of two pieces of work that take turns (A B A B ...), so that a machine whose speed drifts treats
/// both alike. Stops after `rounds` rounds, or sooner once `budget` is spent; at least one round is run.
struct BestTimes {
  Timer::Seconds first;
  Timer::Seconds second;
};

template <class First, class Second>
BestTimes best_times(First&& first, Second&& second, int rounds = 9, Timer::Seconds budget = Timer::Seconds(1)) {
  const Timer timer;
  BestTimes best{time_of(first), time_of(second)};
  for (int round = 1; round < rounds && timer.elapsed() < budget; ++round) {
    best.first = std::min(best.first, time_of(first));
    best.second = std::min(best.second, time_of(second));
  }
  return best;
}

}  // namespace workbook

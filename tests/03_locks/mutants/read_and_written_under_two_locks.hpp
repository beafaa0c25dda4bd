// caught by: Total.KeepsEveryAddOfTwoThreads
// says: released it, and wrote then
// also fails: Integrate.GivesOneThousandThirds
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HandsAnExceptionOfFOnToTheCaller
// also fails: Integrate.TakesAtMostOneLockInEachWorker
// also fails: Schedules.KeepEveryAddOfTwoThreads
// also fails: Schedules.KeepEveryPartOfTheIntegral
// Each access is under the lock, so no tool sees a data race. But the read and the write are two locked steps, not one.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
#include <vector>

class Total {
 public:
  void add(double part) {
    const double before = value();
    const std::scoped_lock hold(mutex_);
    sum_ = before + part;
  }

  double value() const {
    const std::scoped_lock hold(mutex_);
    return sum_;
  }

 private:
  mutable std::mutex mutex_;
  double sum_ = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [=, &total] {
      total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return total.value();
}

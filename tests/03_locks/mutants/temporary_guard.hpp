// caught by: Total.KeepsEveryAddOfTwoThreads
// says: give the guard a name
// also fails: Integrate.GivesOneThousandThirds
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HandsAnExceptionOfFOnToTheCaller
// also fails: Schedules.KeepEveryAddOfTwoThreads
// also fails: Schedules.AReaderMeetsNoWriterHalfWay
// also fails: Schedules.KeepEveryPartOfTheIntegral
// The guard has no name, so it is a temporary: it unlocks at the end of its own line, before the sum is touched.
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
    std::lock_guard<std::mutex>{mutex_};
    sum_ += part;
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

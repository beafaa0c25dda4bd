// caught by: Total.KeepsEveryAddOfTwoThreads
// says: let one atomic operation do both
// also fails: Integrate.GivesOneThousandThirds
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HandsAnExceptionOfFOnToTheCaller
// also fails: Schedules.KeepEveryAddOfTwoThreads
// also fails: Schedules.KeepEveryPartOfTheIntegral
// Each access to an atomic is one step. A load and a store are two.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <future>
#include <vector>

class Total {
 public:
  void add(double part) { sum_ = sum_ + part; }

  double value() const { return sum_; }

 private:
  std::atomic<double> sum_ = 0;
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

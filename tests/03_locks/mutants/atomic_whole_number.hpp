// caught by: Total.AddsUpWhatOneThreadAdds
// says: a whole-number type
// also fails: Total.KeepsEveryAddOfTwoThreads
// also fails: Total.ShowsNothingOrAWholePartToAReader
// also fails: Integrate.GivesOneThousandThirds
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HandsAnExceptionOfFOnToTheCaller
// std::atomic<long> is in every tutorial; it drops all that stands behind the point.
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
  void add(double part) { sum_ += static_cast<long>(part); }

  double value() const { return static_cast<double>(sum_); }

 private:
  std::atomic<long> sum_ = 0;
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

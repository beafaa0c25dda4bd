// caught by: Integrate.GivesOneThousandThirds
// says: that is the integral times the number of workers
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// Starts all the workers and gives each the whole interval: twice the work, and twice the result.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::thread> threads;
  for (double& part : parts) {
    threads.emplace_back([&] { part = workbook::integrate(f, a, b, strips); });
  }
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

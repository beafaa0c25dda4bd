// caught by: Integrate.GivesOneThousandThirds
// says: the strips that were left over when strips was divided by workers are missing
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.IsRightWhenThreadsRunFreely
// strips / workers rounds down: where the division leaves a remainder, nobody takes the last strips.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const std::int64_t size = strips / workers;
  std::vector<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      parts[static_cast<std::size_t>(i)] = workbook::integrate_chunk(f, a, b, strips, {i * size, (i + 1) * size});
    });
  }
  double total = 0;
  for (int i = 0; i < workers; ++i) {
    threads[static_cast<std::size_t>(i)].join();
    total += parts[static_cast<std::size_t>(i)];
  }
  return total;
}

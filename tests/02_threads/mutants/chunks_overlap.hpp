// caught by: Integrate.GivesOneThousandThirds
// says: one strip too many was added
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// Takes the last strip of a chunk for part of it (<= for <): every worker also adds up its neighbour's first strip.
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
  const double dx = (b - a) / static_cast<double>(strips);
  std::vector<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
      double sum = 0;
      for (std::int64_t strip = chunk.first; strip <= chunk.last; ++strip) {
        sum += f(a + (static_cast<double>(strip) + 0.5) * dx);
      }
      parts[static_cast<std::size_t>(i)] = sum * dx;
    });
  }
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

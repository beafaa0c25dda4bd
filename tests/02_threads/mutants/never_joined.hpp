// caught by: Integrate.GivesOneThousandThirds
// says: a std::thread was destroyed before it was joined
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.LeavesNoThreadBehind
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// Forgets to join: the destructor of a std::thread that was neither joined nor detached ends the whole program.
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
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      parts[static_cast<std::size_t>(i)] =
          workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

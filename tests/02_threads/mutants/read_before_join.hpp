// caught by: Integrate.IsRightWhenThreadsStartLate
// says: a part was read before its thread had written it
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// std::jthread joins by itself, at the end of the scope: that is after the return value has been computed.
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
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      parts[static_cast<std::size_t>(i)] =
          workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

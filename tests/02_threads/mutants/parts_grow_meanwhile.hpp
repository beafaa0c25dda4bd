// caught by: Integrate.IsRightWhenThreadsStartLate
// says: make the places for all parts before the first thread starts
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// The vector of parts grows while threads already write: at each growth it moves, and their addresses are those of
// memory that was given back.
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
  std::vector<double> parts;
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    parts.push_back(0);
    threads.emplace_back([&, i, part = &parts.back()] {
      *part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

// caught by: Integrate.IsRightWhenThreadsStartLate
// says: a thread used a variable after its creator had moved on
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Schedules.LosesNoUpdateOfTheTotal
// [&] captures the loop variable itself: a thread that looks at i late sees another thread's number, or one that is
// nobody's. Started quickly enough, every thread sees its own, so it works on the machine where it is written.
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
    threads.emplace_back([&] {
      parts[static_cast<std::size_t>(i)] =
          workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

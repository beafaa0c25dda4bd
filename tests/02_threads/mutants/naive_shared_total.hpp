// caught by: Schedules.LosesNoUpdateOfTheTotal
// says: race on total
// also fails: Integrate.IsRightWhenThreadsRunFreely
// also fails: Integrate.IsRightWhenThreadsStartLate
// The naive program: every thread adds each sample to one total. += reads, adds and writes, and a thread that reads
// between another's read and write makes that one's sample vanish. Every textbook begins with it, and so do we.
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
  const double dx = (b - a) / static_cast<double>(strips);
  double total = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
      for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) {
        total += f(a + (static_cast<double>(strip) + 0.5) * dx) * dx;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return total;
}

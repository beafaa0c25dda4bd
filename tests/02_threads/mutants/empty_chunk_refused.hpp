// caught by: Integrate.CopesWithMoreWorkersThanStrips
// says: an exception left a thread's function
// Gives each worker an interval and a number of strips of its own. Where there are more workers than strips, a chunk
// is empty, integrate() refuses 0 strips, and an exception that leaves a thread's function ends the program.
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
      parts[static_cast<std::size_t>(i)] = workbook::integrate(f, a + static_cast<double>(chunk.first) * dx,
                                                               a + static_cast<double>(chunk.last) * dx, chunk.size());
    });
  }
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

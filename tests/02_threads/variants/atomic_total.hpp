// One total for all, and each worker's single addition to it is atomic.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::atomic<double> total = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back(
          [&, i] { total += workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)); });
    }
  }
  return total;
}

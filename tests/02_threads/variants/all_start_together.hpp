// The threads wait for each other at a latch before the first of them begins.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <latch>
#include <numeric>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<double> parts(static_cast<std::size_t>(workers));
  {
    std::latch all_here(workers);
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([&, i] {
        all_here.arrive_and_wait();
        parts[static_cast<std::size_t>(i)] =
            workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
      });
    }
  }
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

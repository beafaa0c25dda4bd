// std::thread, an index for each slot, and a second loop that joins.
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
  std::vector<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      parts[static_cast<std::size_t>(i)] =
          workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  double total = 0;
  for (int i = 0; i < workers; ++i) {
    threads[static_cast<std::size_t>(i)].join();
    total += parts[static_cast<std::size_t>(i)];
  }
  return total;
}

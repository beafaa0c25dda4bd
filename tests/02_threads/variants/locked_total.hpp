// One total for all, and a lock around each worker's single addition: lesson 03, early.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::mutex mutex;
  double total = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      const double part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
      const std::lock_guard hold(mutex);
      total += part;
    });
  }
  for (auto& thread : threads) thread.join();
  return total;
}

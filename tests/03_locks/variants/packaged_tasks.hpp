// std::packaged_task keeps the exception, std::jthread joins.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

struct Total {
  void add(double part) {
    const std::scoped_lock hold(mutex);
    sum += part;
  }

  double value() const {
    const std::scoped_lock hold(mutex);
    return sum;
  }

  mutable std::mutex mutex;
  // mutex must be held to touch this:
  double sum = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::future<void>> results;
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    std::packaged_task<void()> task(
        [=, &total] { total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i))); });
    results.push_back(task.get_future());
    threads.emplace_back(std::move(task));
  }
  for (std::jthread& thread : threads) thread.join();
  for (std::future<void>& result : results) result.get();
  return total.value();
}

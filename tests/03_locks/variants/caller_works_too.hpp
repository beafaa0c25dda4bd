// The caller is worker 0; std::thread, joined by hand on every way out. Locks once to add and once to read.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::scoped_lock hold(mutex_);
    sum_ += part;
  }

  double value() const {
    const std::scoped_lock hold(mutex_);
    return sum_;
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  double sum_ = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(workers));
  const auto work = [&](int i) {
    try {
      total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    } catch (...) {
      failures[static_cast<std::size_t>(i)] = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  for (int i = 1; i < workers; ++i) threads.emplace_back(work, i);
  work(0);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return total.value();
}

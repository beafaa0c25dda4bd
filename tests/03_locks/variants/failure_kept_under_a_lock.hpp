// unique_lock, std::thread, and one place for the first failure, guarded by a mutex of its own.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::unique_lock hold(mutex_);
    sum_ += part;
  }

  double value() const {
    const std::unique_lock hold(mutex_);
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
  std::mutex mutex;
  std::exception_ptr failure;  // mutex must be held to touch it
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&, i] {
      try {
        const double part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
        total.add(part);
      } catch (...) {
        const std::unique_lock hold(mutex);
        if (!failure) failure = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return total.value();
}

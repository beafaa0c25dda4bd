// A lock made of one atomic flag. It burns the processor while it waits, and guards all the same.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <future>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    while (busy_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    sum_ += part;
    busy_.clear(std::memory_order_release);
  }

  double value() const {
    while (busy_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    const double sum = sum_;
    busy_.clear(std::memory_order_release);
    return sum;
  }

 private:
  mutable std::atomic_flag busy_;
  // busy_ must be set by the thread that touches this:
  double sum_ = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [=, &total] {
      total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return total.value();
}

// Workers draw small blocks from an atomic counter until none is left, and add once at the end.
#pragma once

#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <algorithm>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
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
  constexpr std::int64_t kBlock = 20;
  Total total;
  std::atomic<std::int64_t> next = 0;
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [&, f] {
      double part = 0;
      for (std::int64_t first = next.fetch_add(kBlock); first < strips; first = next.fetch_add(kBlock)) {
        part += workbook::integrate_chunk(f, a, b, strips, {first, std::min(first + kBlock, strips)});
      }
      total.add(part);
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return total.value();
}

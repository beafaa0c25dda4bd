// Readers share, writers are alone. More than this lesson needs, and right.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
#include <shared_mutex>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::unique_lock hold(mutex_);
    sum_ += part;
  }

  double value() const {
    const std::shared_lock hold(mutex_);
    return sum_;
  }

 private:
  mutable std::shared_mutex mutex_;
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

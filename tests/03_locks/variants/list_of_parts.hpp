// Keeps every part, and adds them up when somebody asks.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <future>
#include <mutex>
#include <vector>

class Total {
 public:
  void add(double part) {
    const std::scoped_lock hold(mutex_);
    parts_.push_back(part);
  }

  double value() const {
    const std::scoped_lock hold(mutex_);
    double sum = 0;
    for (const double part : parts_) sum += part;
    return sum;
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::vector<double> parts_;
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

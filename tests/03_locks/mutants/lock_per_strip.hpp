// caught by: Integrate.TakesAtMostOneLockInEachWorker
// says: a lock for each strip
// Right in every schedule, and slower than one thread alone: the lock is handed about once for each strip.
#pragma once

#include <workbook/chunks.hpp>
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
  const double dx = (b - a) / static_cast<double>(strips);
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [=, &total] {
      const workbook::Chunk chunk = workbook::chunk_of(strips, workers, i);
      for (std::int64_t strip = chunk.first; strip < chunk.last; ++strip) {
        total.add(f(a + (static_cast<double>(strip) + 0.5) * dx) * dx);
      }
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return total.value();
}

// caught by: Integrate.HandsAnExceptionOfFOnToTheCaller
// says: the line that unlocks it was never reached
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// lock() and unlock() by hand, and a call that throws between them: unlock() is never reached, the others wait for
// ever.
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
  std::mutex mutex;
  double sum = 0;
  std::vector<std::future<void>> running;
  for (int i = 0; i < workers; ++i) {
    running.push_back(std::async(std::launch::async, [=, &mutex, &sum] {
      mutex.lock();
      sum += workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
      mutex.unlock();
    }));
  }
  for (std::future<void>& worker : running) worker.get();
  return sum;
}

// Several sums, each with a lock of its own, so that threads seldom meet. value() takes every lock in the same order.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

class Total {
 public:
  void add(double part) {
    Share& share = shares_[std::hash<std::thread::id>()(std::this_thread::get_id()) % shares_.size()];
    const std::scoped_lock hold(share.mutex);
    share.sum += part;
  }

  double value() const {
    std::scoped_lock hold(shares_[0].mutex, shares_[1].mutex);
    return shares_[0].sum + shares_[1].sum;
  }

 private:
  struct Share {
    mutable std::mutex mutex;
    // mutex must be held to touch this:
    double sum = 0;
  };
  std::array<Share, 2> shares_;
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

// A ring buffer of optional items that doubles when it is full. The workers are futures.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class Queue {
 public:
  void push(T item) {
    const std::scoped_lock hold(mutex_);
    if (count_ == ring_.size()) grow();
    ring_[(first_ + count_) % ring_.size()].emplace(std::move(item));
    ++count_;
  }

  std::optional<T> try_pop() {
    const std::scoped_lock hold(mutex_);
    if (count_ == 0) return std::nullopt;
    std::optional<T> item = std::exchange(ring_[first_], std::nullopt);
    first_ = (first_ + 1) % ring_.size();
    --count_;
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return count_;
  }

 private:
  // mutex_ must be held to call this.
  void grow() {
    std::vector<std::optional<T>> larger(ring_.size() * 2);
    for (std::size_t i = 0; i < count_; ++i) larger[i] = std::move(ring_[(first_ + i) % ring_.size()]);
    ring_ = std::move(larger);
    first_ = 0;
  }

  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::vector<std::optional<T>> ring_ = std::vector<std::optional<T>>(2);
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  {
    std::vector<std::future<void>> done;
    for (int i = 0; i < workers; ++i) {
      done.push_back(std::async(std::launch::async, [=, &parts] {
        parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
      }));
    }
    for (std::future<void>& worker : done) worker.get();
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

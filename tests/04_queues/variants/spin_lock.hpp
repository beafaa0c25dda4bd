// A lock made of an atomic flag, which the kernel and the ledger know nothing about. The caller collects while the
// workers work.
#pragma once

#include <workbook/integrate.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

class SpinLock {
 public:
  void lock() {
    while (taken_.test_and_set(std::memory_order_acquire)) {
    }
  }
  void unlock() { taken_.clear(std::memory_order_release); }

 private:
  std::atomic_flag taken_;
};

template <class T>
class Queue {
 public:
  void push(T item) {
    const std::scoped_lock hold(mutex_);
    items_.push(std::move(item));
  }

  std::optional<T> try_pop() {
    const std::scoped_lock hold(mutex_);
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop();
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable SpinLock mutex_;
  // mutex_ must be held to touch these:
  std::queue<T> items_;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  double total = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &parts] {
        parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
      });
    }
    for (int collected = 0; collected < workers;) {
      if (const std::optional<double> part = parts.try_pop()) {
        total += *part;
        ++collected;
      } else {
        std::this_thread::yield();
      }
    }
  }
  return total;
}

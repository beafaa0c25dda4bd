// A shared lock for size(), which only reads; the others take the lock alone. The threads are counted down by size().
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <queue>
#include <shared_mutex>
#include <thread>
#include <utility>
#include <vector>

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
    const std::shared_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable std::shared_mutex mutex_;
  // mutex_ must be held to touch these:
  std::queue<T> items_;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &parts] {
        parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
      });
    }
    while (parts.size() < static_cast<std::size_t>(workers)) std::this_thread::yield();
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

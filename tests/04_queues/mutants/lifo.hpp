// caught by: Queue.GivesItemsBackInTheOrderTheyCame
// says: a stack serves whoever came last
// also fails: Queue.NeverCopiesAnItem
// also fails: Queue.KeepsEveryItemOfTwoProducersAndTwoConsumers
// also fails: Schedules.PushAndTryPopKeepOneOrder
// std::vector with push_back() and pop_back(), or std::stack: nothing is lost, but the newest item comes out first.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stack>
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
    std::optional<T> item(std::move(items_.top()));
    items_.pop();
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::stack<T> items_;
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
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

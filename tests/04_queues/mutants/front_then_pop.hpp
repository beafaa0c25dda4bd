// caught by: Queue.GivesEachItemToOneThread
// says: came out twice
// also fails: Queue.StillGivesItemsWhileAnotherThreadPushes
// also fails: Queue.StillTakesItemsInWhileAnotherThreadTakes
// also fails: Queue.GivesTheLastItemToOneThread
// also fails: Queue.KeepsEveryItemOfTwoProducersAndTwoConsumers
// also fails: Schedules.GiveTheLastItemToOneThread
// Moves the front out under one lock and pops under another: two threads take the same front, and pop two items.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <queue>
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
    std::optional<T> item = take_front();
    const std::scoped_lock hold(mutex_);
    if (item) items_.pop();
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  std::optional<T> take_front() {
    const std::scoped_lock hold(mutex_);
    if (items_.empty()) return std::nullopt;
    return std::move(items_.front());
  }

  mutable std::mutex mutex_;
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
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

// caught by: Queue.AnswersNothingWhenItIsEmpty
// says: waits for an item, and nobody is there to push one
// also fails: Queue.CountsItsItems
// also fails: Queue.GivesTheLastItemToOneThread
// also fails: Queue.KeepsEveryItemOfTwoProducersAndTwoConsumers
// also fails: Schedules.KeepTheItemsOfTwoThreadsThatPush
// also fails: Schedules.PushAndTryPopKeepOneOrder
// also fails: Schedules.GiveTheLastItemToOneThread
// A try_pop() that waits, as other queues' pop() does. A caller who wants to know whether the queue is empty never
// hears of it.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <condition_variable>
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
    not_empty_.notify_one();
  }

  std::optional<T> try_pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [&] { return !items_.empty(); });
    std::optional<T> item(std::move(items_.front()));
    items_.pop();
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable not_empty_;
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
  for (int i = 0; i < workers; ++i) total += parts.try_pop().value_or(0);
  return total;
}

// caught by: Schedules.PushAndTryPopKeepOneOrder
// says: two different locks keep nobody apart
// also fails: Queue.ShowsItsSizeToEveryThread
// also fails: Queue.KeepsEveryItemOfTwoProducersAndTwoConsumers
// One lock for the back and one for the front, over one std::queue. Both ends share the bookkeeping in the middle.
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
    const std::scoped_lock hold(back_mutex_);
    items_.push(std::move(item));
  }

  std::optional<T> try_pop() {
    const std::scoped_lock hold(front_mutex_);
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop();
    return item;
  }

  std::size_t size() const {
    const std::scoped_lock hold(back_mutex_);
    return items_.size();
  }

 private:
  mutable std::mutex back_mutex_;
  std::mutex front_mutex_;
  // both locks claim to guard these, so neither does:
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

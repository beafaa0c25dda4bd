// caught by: Queue.KeepsTheItemsOfTwoThreadsThatPush
// says: was lost
// also fails: Queue.StillTakesItemsInWhileAnotherThreadTakes
// also fails: Queue.KeepsEveryItemOfTwoProducersAndTwoConsumers
// also fails: Queue.StillGivesItemsWhileAnotherThreadPushes
// also fails: Queue.ShowsItsSizeToEveryThread
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.GivesOneThousandThirds
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Schedules.KeepTheItemsOfTwoThreadsThatPush
// also fails: Schedules.PushAndTryPopKeepOneOrder
// also fails: Schedules.KeepEveryPartOfTheIntegral
// also fails: Integrate.CopesWithMoreWorkersThanStrips
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// try_lock in push(): where another thread is inside, the item is dropped and nobody is told.
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
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock) items_.push(std::move(item));
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

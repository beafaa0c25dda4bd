// caught by: BoundedQueue.HandsItemsOutInTheOrderTheyCame
// says: it waits before it has looked whether it must
// also fails: BoundedQueue.PushNotifiesOnceTheItemIsThere
// also fails: BoundedQueue.PopNotifiesOnceTheRoomIsThere
// also fails: BoundedQueue.CloseNotifiesOnceItIsClosed
// also fails: BoundedQueue.PopWaitsUntilAnItemComes
// also fails: BoundedQueue.PushWaitsUntilThereIsRoom
// also fails: BoundedQueue.OnceClosedTakesNothingAndGivesTheRest
// also fails: BoundedQueue.MayBeClosedMoreThanOnce
// also fails: BoundedQueue.PopSurvivesSpuriousWakeUps
// also fails: Schedules.HandEveryItemOver
// also fails: Schedules.WakeEachOfTwoThreadsThatPush
// also fails: Schedules.CloseEndsEveryPopThatWaits
// also fails: Schedules.CloseEndsAPushThatWaits
// also fails: BoundedQueue.PushSurvivesSpuriousWakeUps
// also fails: BoundedQueue.AWokenPopLooksAgain
// also fails: BoundedQueue.PushReachesAPopAboutToWait
// also fails: BoundedQueue.PopReachesAPushAboutToWait
// also fails: BoundedQueue.CloseReachesThreadsAboutToWait
// also fails: BoundedQueue.CloseWakesEveryWaitingPush
// also fails: BoundedQueue.WakesAThreadThatCanUseTheNews
// also fails: BoundedQueue.BringsEveryItemToOnePop
// also fails: BoundedQueue.WaitingCostsNoProcessorTime
// also fails: BoundedQueue.WaitsForAFactNotForATime
// also fails: BoundedQueue.NeverHoldsMoreThanItsCapacity
// also fails: BoundedQueue.MovesItemsAndNeverCopiesThem
// pop() waits for the next notification, not for an item. An item that is there already has been announced, to
// nobody.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {
    if (capacity < 1) throw std::invalid_argument("BoundedQueue: capacity is 0, wanted >= 1");
  }

  bool push(T item) {
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock);
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    not_full_.notify_one();
    return item;
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    not_empty_.notify_all();
    not_full_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::condition_variable not_empty_;
  std::condition_variable not_full_;
  std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::deque<T> items_;
  bool closed_ = false;
};

/// Does without the queue, so that nothing but the queue is wrong here.
double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  std::vector<double> parts(static_cast<std::size_t>(workers));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, part = &parts[static_cast<std::size_t>(i)]] {
        *part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
      });
    }
  }
  return std::accumulate(parts.begin(), parts.end(), 0.0);
}

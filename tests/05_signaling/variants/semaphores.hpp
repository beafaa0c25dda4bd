// Counts places and items with POSIX semaphores. close() gives each side one permit too many, which whoever finds the
// queue closed passes on.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <semaphore.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
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
    sem_init(&places_, 0, static_cast<unsigned>(capacity_));
    sem_init(&items_, 0, 0);
  }

  bool push(T item) {
    take(places_);
    {
      const std::scoped_lock lock(mutex_);
      if (!closed_) {
        queue_.push_back(std::move(item));
        sem_post(&items_);
        return true;
      }
    }
    sem_post(&places_);
    return false;
  }

  std::optional<T> pop() {
    take(items_);
    const std::scoped_lock lock(mutex_);
    if (queue_.empty()) {
      sem_post(&items_);
      return std::nullopt;
    }
    std::optional<T> item(std::move(queue_.front()));
    queue_.pop_front();
    sem_post(&places_);
    return item;
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    if (std::exchange(closed_, true)) return;
    sem_post(&places_);
    sem_post(&items_);
  }

  ~BoundedQueue() {
    sem_destroy(&places_);
    sem_destroy(&items_);
  }

 private:
  const std::size_t capacity_;
  static void take(sem_t& semaphore) {
    while (sem_wait(&semaphore) != 0) {
    }
  }

  sem_t places_;
  sem_t items_;
  std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::deque<T> queue_;
  bool closed_ = false;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const int count = 4 * workers;
  BoundedQueue<workbook::Chunk> chunks(static_cast<std::size_t>(workers));
  BoundedQueue<double> parts(static_cast<std::size_t>(workers));
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      while (const auto chunk = chunks.pop()) parts.push(workbook::integrate_chunk(f, a, b, strips, *chunk));
    });
  }
  threads.emplace_back([&] {
    for (int i = 0; i < count; ++i) chunks.push(workbook::chunk_of(strips, count, i));
    chunks.close();
  });
  double total = 0;
  for (int i = 0; i < count; ++i) total += parts.pop().value();
  return total;
}

// Notifies everybody, but only where the queue was empty or full before; the last worker closes the queue of parts.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <atomic>
#include <concepts>
#include <condition_variable>
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
  }

  bool push(T item) {
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    const bool was_empty = items_.empty();
    items_.push_back(std::move(item));
    if (was_empty) not_empty_.notify_all();
    return true;
  }

  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [this] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    const bool was_full = items_.size() == capacity_;
    items_.pop_front();
    if (was_full) not_full_.notify_all();
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

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const int count = 4 * workers;
  BoundedQueue<workbook::Chunk> chunks(static_cast<std::size_t>(workers));
  BoundedQueue<double> parts(static_cast<std::size_t>(workers));
  std::atomic<int> at_work = workers;
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      while (const auto chunk = chunks.pop()) parts.push(workbook::integrate_chunk(f, a, b, strips, *chunk));
      if (--at_work == 0) parts.close();
    });
  }
  threads.emplace_back([&] {
    for (int i = 0; i < count; ++i) chunks.push(workbook::chunk_of(strips, count, i));
    chunks.close();
  });
  double total = 0;
  while (const auto part = parts.pop()) total += *part;
  return total;
}

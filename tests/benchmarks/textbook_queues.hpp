// tests/benchmarks/textbook_queues.hpp: bounded queues as textbooks write them, to compare lesson 05's with.
// All have its interface: push() waits while full, pop() waits while empty, close() ends the waiting.
// Any number of threads may call everything at once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace benchmarks {

/// A deque under one lock; one condition variable for each side, notified while the lock is held.
template <class T>
class DequeQueue {
 public:
  explicit DequeQueue(std::size_t capacity) : capacity_(capacity) {}

  bool push(T item) {
    std::unique_lock hold(mutex_);
    not_full_.wait(hold, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::unique_lock hold(mutex_);
    not_empty_.wait(hold, [this] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    not_full_.notify_one();
    return item;
  }

  void close() {
    const std::scoped_lock hold(mutex_);
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

/// The same, notifying after the lock is let go: who wakes up finds it free.
template <class T>
class NotifyOutsideQueue {
 public:
  explicit NotifyOutsideQueue(std::size_t capacity) : capacity_(capacity) {}

  bool push(T item) {
    {
      std::unique_lock hold(mutex_);
      not_full_.wait(hold, [this] { return closed_ || items_.size() < capacity_; });
      if (closed_) return false;
      items_.push_back(std::move(item));
    }
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::optional<T> item;
    {
      std::unique_lock hold(mutex_);
      not_empty_.wait(hold, [this] { return closed_ || !items_.empty(); });
      if (items_.empty()) return std::nullopt;
      item = std::move(items_.front());
      items_.pop_front();
    }
    not_full_.notify_one();
    return item;
  }

  void close() {
    {
      const std::scoped_lock hold(mutex_);
      closed_ = true;
    }
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

/// A ring of slots that are made once: no allocation while items pass. T needs a default constructor.
template <class T>
class RingQueue {
 public:
  explicit RingQueue(std::size_t capacity) : ring_(capacity) {}

  bool push(T item) {
    std::unique_lock hold(mutex_);
    not_full_.wait(hold, [this] { return closed_ || size_ < ring_.size(); });
    if (closed_) return false;
    ring_[(first_ + size_) % ring_.size()] = std::move(item);
    ++size_;
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::unique_lock hold(mutex_);
    not_empty_.wait(hold, [this] { return closed_ || size_ > 0; });
    if (size_ == 0) return std::nullopt;
    std::optional<T> item(std::move(ring_[first_]));
    first_ = (first_ + 1) % ring_.size();
    --size_;
    not_full_.notify_one();
    return item;
  }

  void close() {
    const std::scoped_lock hold(mutex_);
    closed_ = true;
    not_empty_.notify_all();
    not_full_.notify_all();
  }

 private:
  std::condition_variable not_empty_;
  std::condition_variable not_full_;
  std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::vector<T> ring_;
  std::size_t first_ = 0;  // the oldest item
  std::size_t size_ = 0;
  bool closed_ = false;
};

}  // namespace benchmarks

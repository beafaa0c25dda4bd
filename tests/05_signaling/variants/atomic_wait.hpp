// Waits on an atomic number that grows with every change; a collector thread adds up while the caller produces.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <atomic>
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
  }

  bool push(T item) {
    for (;;) {
      const std::uint64_t seen = changes_;
      {
        const std::scoped_lock lock(mutex_);
        if (closed_) return false;
        if (items_.size() < capacity_) {
          items_.push_back(std::move(item));
          break;
        }
      }
      changes_.wait(seen);
    }
    announce();
    return true;
  }

  std::optional<T> pop() {
    std::optional<T> item;
    for (;;) {
      const std::uint64_t seen = changes_;
      {
        const std::scoped_lock lock(mutex_);
        if (!items_.empty()) {
          item.emplace(std::move(items_.front()));
          items_.pop_front();
          break;
        }
        if (closed_) return item;
      }
      changes_.wait(seen);
    }
    announce();
    return item;
  }

  void close() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
    }
    announce();
  }

 private:
  const std::size_t capacity_;
  void announce() {
    ++changes_;
    changes_.notify_all();
  }

  std::atomic<std::uint64_t> changes_ = 0;
  std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::deque<T> items_;
  bool closed_ = false;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const int count = 5 * workers;
  BoundedQueue<workbook::Chunk> chunks(1);
  BoundedQueue<double> parts(1);
  double total = 0;
  {
    std::jthread collector([&] {
      for (int i = 0; i < count; ++i) total += *parts.pop();
    });
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        while (const auto chunk = chunks.pop()) parts.push(workbook::integrate_chunk(f, a, b, strips, *chunk));
      });
    }
    for (int i = 0; i < count; ++i) chunks.push(workbook::chunk_of(strips, count, i));
    chunks.close();
  }
  return total;
}

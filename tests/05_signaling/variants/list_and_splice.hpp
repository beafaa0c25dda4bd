// Makes the list node outside the lock and splices it in; each chunk's part comes back through a std::async future
// per worker.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <future>
#include <list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {
    if (capacity < 1) throw std::invalid_argument("BoundedQueue: capacity is 0, wanted >= 1");
  }

  bool push(T item) {
    std::list<T> node;
    node.push_back(std::move(item));
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.splice(items_.end(), node);
    lock.unlock();
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::list<T> node;
    {
      std::unique_lock lock(mutex_);
      not_empty_.wait(lock, [this] { return closed_ || !items_.empty(); });
      if (items_.empty()) return {};
      node.splice(node.begin(), items_, items_.begin());
    }
    not_full_.notify_one();
    return std::move(node.front());
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
  std::list<T> items_;
  bool closed_ = false;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  BoundedQueue<workbook::Chunk> chunks(1);
  std::vector<std::future<double>> parts;
  for (int i = 0; i < workers; ++i) {
    parts.push_back(std::async(std::launch::async, [&] {
      double part = 0;
      while (const auto chunk = chunks.pop()) part += workbook::integrate_chunk(f, a, b, strips, *chunk);
      return part;
    }));
  }
  const int count = 3 * workers;
  for (int i = 0; i < count; ++i) chunks.push(workbook::chunk_of(strips, count, i));
  chunks.close();
  double total = 0;
  for (std::future<double>& part : parts) total += part.get();
  return total;
}

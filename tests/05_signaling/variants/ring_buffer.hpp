// A ring of places that are made once; the caller is one of the workers and adds up at the end.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>

#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity), places_(capacity) {
    if (capacity < 1) throw std::invalid_argument("BoundedQueue: capacity is 0, wanted >= 1");
  }

  bool push(T item) {
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, [this] { return closed_ || count_ < capacity_; });
    if (closed_) return false;
    places_[(first_ + count_) % capacity_] = std::move(item);
    ++count_;
    not_empty_.notify_one();
    return true;
  }

  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [this] { return closed_ || count_ > 0; });
    if (count_ == 0) return std::nullopt;
    std::optional<T> item = std::move(places_[first_]);
    first_ = (first_ + 1) % capacity_;
    --count_;
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
  std::mutex mutex_;
  std::condition_variable not_empty_;
  std::condition_variable not_full_;
  // mutex_ must be held to touch these:
  std::vector<T> places_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  bool closed_ = false;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  BoundedQueue<workbook::Chunk> chunks(2);
  BoundedQueue<double> parts(static_cast<std::size_t>(workers));
  const auto work = [&] {
    double part = 0;
    while (const auto chunk = chunks.pop()) part += workbook::integrate_chunk(f, a, b, strips, *chunk);
    parts.push(part);
  };
  std::jthread producer([&] {
    for (int i = 0; i < 2 * workers; ++i) chunks.push(workbook::chunk_of(strips, 2 * workers, i));
    chunks.close();
  });
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < workers; ++i) others.emplace_back(work);
    work();
  }
  parts.close();
  double total = 0;
  while (const auto part = parts.pop()) total += *part;
  return total;
}

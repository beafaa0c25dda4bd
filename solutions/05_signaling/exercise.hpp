// lessons/05_signaling/exercise.hpp: a queue that lets its users wait for a fact, and an integral that runs through it.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>

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

/// A queue with room for a limited number of items. Whoever finds it full or empty waits.
/// Any number of threads may call every function at once; a thread that waits uses no processor time.
/// @tparam T  moves without throwing; it may be move-only
template <class T>
class BoundedQueue {
 public:
  /// An open, empty queue.
  /// @param capacity  the largest number of items that it holds, >= 1
  /// @throws std::invalid_argument  naming the argument, the value got and the value wanted
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {
    if (capacity < 1) throw std::invalid_argument("BoundedQueue: capacity is 0, wanted >= 1");
  }

  /// Appends `item`, as soon as there is room for it. Waits while the queue is full and open.
  /// @return  true, or false where the queue is closed, also for those that wait at that moment; the item is dropped
  bool push([[maybe_unused]] T item) {
    std::unique_lock lock(mutex_);
    // Woken is not yet allowed: another thread may have been faster, or nobody meant this one. So wait() looks again.
    not_full_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    // One item serves one thread.
    not_empty_.notify_one();
    return true;
  }

  /// Takes the item that came first, as soon as there is one. Waits while the queue is empty and open.
  /// @return  the item, or nothing where the queue is closed and every item has been taken
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [this] { return closed_ || !items_.empty(); });
    // Closed is no reason to leave items behind.
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    not_full_.notify_one();
    return item;
  }

  /// From now on no item comes in. Those that the queue holds can still be taken; everybody who waits for what will
  /// not happen any more is woken. Harmless when repeated.
  void close() {
    // With the lock held, no thread can stand between its look at closed_ and its wait.
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    // This changes the answer for every thread that waits, on either side.
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

/// Integral of `f` over [a, b] by the midpoint rule. The chunks of work stand in one queue, their parts in another.
/// @param f        called once per strip, from several threads at once
/// @param a,b      finite, in the unit of f's argument; a > b negates the result
/// @param strips   number of equal strips, >= 1
/// @param workers  number of threads that work at the same time, >= 1; the caller may be one of them
/// @return         unit of f times unit of a; as exact as lesson 01's
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
/// @throws std::system_error      where the system refuses to start another thread
double integrate([[maybe_unused]] std::regular_invocable<double> auto f, double a, double b, std::int64_t strips,
                 int workers) {
  workbook::require_valid(a, b, strips, workers);
  // More chunks than workers: whoever is slow takes fewer of them. More chunks than places: nobody runs far ahead.
  [[maybe_unused]] const int count = 4 * workers;
  BoundedQueue<workbook::Chunk> chunks(static_cast<std::size_t>(workers));
  BoundedQueue<double> parts(static_cast<std::size_t>(workers));
  const auto produce = [&] {
    for (int i = 0; i < count; ++i) chunks.push(workbook::chunk_of(strips, count, i));
    chunks.close();
  };
  const auto work = [&] {
    while (const auto chunk = chunks.pop()) parts.push(workbook::integrate_chunk(f, a, b, strips, *chunk));
  };
  std::vector<std::jthread> threads;
  try {
    for (int i = 0; i < workers; ++i) threads.emplace_back(work);
    threads.emplace_back(produce);
  } catch (...) {
    chunks.close();  // Those that did start would wait for chunks for ever.
    throw;
  }
  // The caller collects. It can't be the producer too: with both queues full, everybody would wait for everybody.
  double total = 0;
  for (int i = 0; i < count; ++i) total += parts.pop().value();
  return total;
}

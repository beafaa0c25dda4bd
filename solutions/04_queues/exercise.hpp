// lessons/04_queues/exercise.hpp: a queue that threads hand things over with, and an integral that comes through it.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

/// Items on their way from one thread to another: the first in is the first out. It begins empty and has no limit.
/// Any number of threads may call its functions at the same time.
/// @tparam T  moves without throwing. It may be move-only, and its copy may throw, so items are moved, never copied.
template <class T>
class Queue {
 public:
  /// Puts an item behind all the others.
  /// @param item  to be moved in
  void push([[maybe_unused]] T item) {
    const std::scoped_lock hold(mutex_);
    items_.push(std::move(item));
  }

  /// Takes the item that has waited longest. Doesn't wait for one to come.
  /// @return  the item, which nobody else gets; nothing where the queue is empty, and never because it is busy
  std::optional<T> try_pop() {
    // One lock for the question and the taking: between two locks another thread could take the last item.
    const std::scoped_lock hold(mutex_);
    if (items_.empty()) return std::nullopt;
    // A reference to the front would outlive the lock. The item itself leaves, before its place is given up.
    std::optional<T> item(std::move(items_.front()));
    items_.pop();
    return item;
  }

  /// @return  how many items are in the queue; other threads may have changed that by the time you look at it
  std::size_t size() const {
    // Reading needs the lock too: another thread may be in the middle of a change.
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::queue<T> items_;
};

/// Integral of `f` over [a, b] by the midpoint rule; the workers hand their parts over through a Queue.
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
  Queue<double> parts;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &parts] {
        parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
      });
    }
    // Here each jthread is joined. Earlier, an empty queue could also mean "not ready yet".
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

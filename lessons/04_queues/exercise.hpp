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
    // TODO(student) 04.1: put `item` behind all the others, so that no item is lost however many threads push and take
    // at once. Move it. Your members go at the end of the class. Then delete the next line.
    workbook::not_done("04.1");
  }

  /// Takes the item that has waited longest. Doesn't wait for one to come.
  /// @return  the item, which nobody else gets; nothing where the queue is empty, and never because it is busy
  std::optional<T> try_pop() {
    // TODO(student) 04.2: take the item at the front, or answer std::nullopt where there is none. Between the question
    // and the taking no other thread may get in. Then delete the next line.
    workbook::not_done("04.2");
  }

  /// @return  how many items are in the queue; other threads may have changed that by the time you look at it
  std::size_t size() const {
    // TODO(student) 04.3: count the items, while other threads push and take. Then delete the next line.
    workbook::not_done("04.3");
  }

 private:
  // Yours: what the queue keeps, in a group under the lock that guards it. A part of hole 04.1.
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
  // TODO(student) 04.4: start `workers` threads that share nothing but a Queue<double>. Let each push the part of its
  // own chunk. When all the parts are there, take them out and add them up. Then delete the next line.
  workbook::not_done("04.4");
}

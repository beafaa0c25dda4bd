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
    // TODO(student) 05.1: wait until the queue is closed or has room; then answer false, or append the item and wake
    // one thread that waits for an item. Look again after every wake-up. Then delete the next line.
    workbook::not_done("05.1");
  }

  /// Takes the item that came first, as soon as there is one. Waits while the queue is empty and open.
  /// @return  the item, or nothing where the queue is closed and every item has been taken
  std::optional<T> pop() {
    // TODO(student) 05.2: wait until the queue is closed or has an item; then give nothing, or take the first item and
    // wake one thread that waits for room. Then delete the next line.
    workbook::not_done("05.2");
  }

  /// From now on no item comes in. Those that the queue holds can still be taken; everybody who waits for what will
  /// not happen any more is woken. Harmless when repeated.
  void close() {
    // TODO(student) 05.3: write down that the queue is closed, and wake everybody who waits. Then delete the next line.
    workbook::not_done("05.3");
  }

 private:
  const std::size_t capacity_;
  // Yours: the other members, in a group under the lock that guards them.
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
  // TODO(student) 05.4: one thread pushes `count` chunks, chunk_of(strips, count, i), and closes their queue. Each
  // worker pops chunks until there are no more, and pushes workbook::integrate_chunk() of each. One thread, say the
  // caller, pops `count` parts and adds them up. Join all threads. Then delete the next line.
  workbook::not_done("05.4");
}

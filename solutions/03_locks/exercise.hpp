// lessons/03_locks/exercise.hpp: several threads, one sum that they share, and a lock that guards it.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

/// A sum that any number of threads may add to and read at the same time. It is 0 at first.
class Total {
 public:
  /// Adds `part`, in whatever unit the sum has. No add is lost, and none is counted twice.
  void add([[maybe_unused]] double part) {
    // += is a read, then a write. The lock makes them one step.
    const std::scoped_lock hold(mutex_);
    sum_ += part;
  }

  /// The sum of every add() that has returned. An add() that runs meanwhile is in it as a whole or not at all.
  double value() const {
    // A reader needs the lock, too: without it this read could come in the middle of a write.
    const std::scoped_lock hold(mutex_);
    return sum_;
  }

 private:
  mutable std::mutex mutex_;  // mutable, because value() changes nothing but has to lock
  // mutex_ must be held to touch these:
  double sum_ = 0;
};

/// Integral of `f` over [a, b] by the midpoint rule, shared out among threads that add their parts to one Total.
/// Each worker adds once, so a worker takes at most one lock, however many strips there are.
/// @param f        called once per strip, from several threads at once; it may throw
/// @param a,b      finite, in the unit of f's argument; a > b negates the result
/// @param strips   number of equal strips, >= 1
/// @param workers  number of threads that work at the same time, >= 1; the caller may be one of them
/// @return         unit of f times unit of a; as exact as lesson 01's
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
/// @throws std::system_error      where the system refuses to start another thread
/// @throws what f throws, in whichever worker, once every thread has been joined; where several throw, one of theirs
double integrate([[maybe_unused]] std::regular_invocable<double> auto f, double a, double b, std::int64_t strips,
                 int workers) {
  workbook::require_valid(a, b, strips, workers);
  Total total;
  // Empty where all went well. One place for each thread, so nothing has to be locked.
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(workers));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &total, failure = &failures[static_cast<std::size_t>(i)]] {
        try {
          // The long part first, without the lock: the threads meet only for one addition each.
          total.add(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
        } catch (...) {
          // An exception that leaves a thread's function ends the program.
          *failure = std::current_exception();
        }
      });
    }
    // Here each jthread is joined, by its destructor, also where starting one of them failed.
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return total.value();
}

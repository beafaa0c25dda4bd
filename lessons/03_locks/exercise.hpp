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
    // TODO(student) 03.1: add `part` to the sum so that no other thread can come between the read and the write. The
    // members you need belong below, under `private`. Then delete the next line.
    workbook::not_done("03.1");
  }

  /// The sum of every add() that has returned. An add() that runs meanwhile is in it as a whole or not at all.
  double value() const {
    // TODO(student) 03.2: read the sum under the same lock as add(). Then delete the next line.
    workbook::not_done("03.2");
  }

 private:
  // Yours: the sum, and what guards it.
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
  // TODO(student) 03.3: start `workers` threads. Let thread number i work on chunk_of(strips, workers, i) with
  // workbook::integrate_chunk(), which needs no lock, and add its part to a Total once. If f throws, catch that in the
  // thread, and throw it again here when all threads are joined. Then delete the next line.
  workbook::not_done("03.3");
}

// tools/interleave/runtime/switcher.hpp: lets one thread of the program stop and another go on.
#pragma once

#include "operation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace interleave {

/// Where a thread's stack lies; it grows down from `top`.
struct StackRange {
  std::uintptr_t bottom = 0;
  std::uintptr_t top = 0;
};

/// One at a time of the program's threads, or the search itself, runs.
class Switcher {
 public:
  virtual ~Switcher() = default;

  /// Runs thread 0 of a new execution; returns when leave() is called.
  virtual void enter() = 0;

  /// Makes a thread that begins with `entry` when it is first switched to.
  virtual void make(int thread) = 0;

  /// Stops the calling thread, `from`, and lets `to` go on.
  virtual void go(int from, int to) = 0;

  /// Gives the execution up: every thread stops where it is, and enter() returns.
  [[noreturn]] virtual void leave() = 0;

  virtual StackRange stack_of(int thread) const = 0;

  /// Where its thread-local variables are found: they lie below.
  virtual std::uintptr_t control_block_of(int thread) const = 0;
};

/// Coroutines that lend the control blocks, and with them the thread-local variables, of real threads that sleep.
/// Fast. @param entry  the body of every thread; it never returns
std::unique_ptr<Switcher> make_fibers(void (*entry)());

/// Real threads, of which one runs. Slow, and independent of how fibers work. Needs a process for each execution.
std::unique_ptr<Switcher> make_baton(void (*entry)());

}  // namespace interleave

// tools/interleave/runtime/thread.hpp: one thread of the explored program, in one execution.
#pragma once

#include "choice.hpp"
#include "operation.hpp"
#include "vector_clock.hpp"

#include <unwind.h>

#include <cstdint>
#include <vector>

namespace interleave {

/// A place that a thread comes by again and again, to find loops that change nothing.
struct LoopVisit {
  std::uint64_t local_state = 0;  // hash of the thread's stack
  std::uint64_t changes = 0;      // of the whole program, so far
  int visits = 0;
};

struct ThreadLocalDestructor {
  void (*function)(void*) = nullptr;
  void* object = nullptr;
};

struct Thread {
  // What it runs.
  void* (*function)(void*) = nullptr;
  void* argument = nullptr;
  void* result = nullptr;
  bool exited = false;
  bool joined = false;
  bool detached = false;

  // Where it stands in the schedule.
  Operation pending;        // what it does next
  Choice taken;             // how its last step was chosen
  bool notified = false;    // while it waits
  int notified_at = -1;     // by which step
  bool asks_pause = false;  // yields or sleeps: others go first by default
  int spurious_left = 0;
  int refusals_left = 0;  // of try_lock on a mutex that is free
  int timeouts_left = 0;

  // Loops that change nothing. It goes on when another thread has changed something.
  bool spins = false;
  std::uint64_t spins_since_changes = 0;

  // What happens before what.
  VectorClock clock;             // all that orders
  VectorClock order;             // the making and joining of threads alone
  VectorClock seen_by_loads;     // takes effect at an acquire fence
  VectorClock at_release_fence;  // what a relaxed store hands over
  bool has_release_fence = false;

  // Of the language and the library.
  std::vector<std::uintptr_t> calls;  // return addresses, outermost first
  std::vector<ThreadLocalDestructor> destructors;
  std::vector<void*> specifics;       // of pthread_setspecific
  _Unwind_Exception unwinding{};      // of pthread_exit()
  bool looked_at_clock = false;       // since its last visit of a loop's place: so time is a part of its state
  std::uint64_t now = 0;              // virtual time, in nanoseconds
  std::uintptr_t frame = 0;           // where the stack of the program's own code ended when it last called us
  std::vector<std::uintptr_t> holds;  // mutexes, in the order in which they were taken
};

}  // namespace interleave

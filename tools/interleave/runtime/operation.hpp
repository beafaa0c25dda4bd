// tools/interleave/runtime/operation.hpp: one thing that a thread is about to do, and when two of them depend on each
// other. The whole reduction of the search stands on depends(): a pair that is wrongly called independent hides
// schedules.
#pragma once

#include <cstdint>
#include <string_view>

namespace interleave {

/// A thread's number in the program: 0 is main, then in the order of creation.
using ThreadId = std::uint8_t;

constexpr int kMostThreads = 64;

/// A set of threads, one bit each.
using ThreadSet = std::uint64_t;

constexpr ThreadSet only(int thread) { return ThreadSet{1} << thread; }
constexpr bool contains(ThreadSet set, int thread) { return (set >> thread & 1) != 0; }

enum class Kind : std::uint8_t {
  start,
  exit,
  create,
  join,
  detach,
  read,
  write,
  atomic_read,
  atomic_write,
  atomic_update,
  lock,
  try_lock,
  timed_lock,
  unlock,
  lock_shared,
  try_lock_shared,
  timed_lock_shared,
  unlock_shared,
  destroy,
  wait,  // gives the mutex back and begins to wait
  wake,  // stops waiting and takes the mutex again
  notify_one,
  notify_all,
  acquire,
  try_acquire,
  timed_acquire,
  release,
  arrive,        // at a barrier or a latch
  barrier_wait,  // until the others have arrived
  once,
  once_end,
  sleep_on,  // a futex, or std::atomic<T>::wait(): begins to wait where the value is still the old one
  awake,     // and stops
  wake_one,
  wake_all,
  yield,
  sleep,
  free,
  print,
  process_exit
};

/// Stands for a thread itself where an operation needs an address: nothing of the program's lies there.
constexpr std::uintptr_t thread_object(int thread) { return 0x100 + static_cast<std::uintptr_t>(thread); }

/// The word for it in tables and records.
std::string_view name_of(Kind kind);

/// What a thread does at one step.
struct Operation {
  Kind kind = Kind::start;
  bool timed = false;         ///< may end by a time-out
  bool wakes_itself = false;  ///< may end without being notified: it is timed, or a spurious wake-up is left
  std::uint32_t size = 0;     ///< bytes at `address`
  std::uintptr_t address = 0;
  std::uintptr_t second = 0;  ///< another object: the mutex of a wait
  std::uint64_t value = 0;    ///< what the kind needs besides: a barrier's round; of a lock, whether it is held already
  std::uintptr_t pc = 0;      ///< address of the call
};

/// Whether the order of two operations of different threads can make a difference. True in case of doubt.
bool depends(const Operation& first, const Operation& second);

/// Whether, in some state, both could be the next step, `earlier` having been the one taken. True in case of doubt.
bool may_be_coenabled(const Operation& earlier, const Operation& later);

/// Whether `later` could be the next step wherever `earlier` is, its thread having come to it. False in case of doubt.
bool could_come_first(const Operation& later, const Operation& earlier);

/// Whether it leaves everything as it is.
constexpr bool only_looks(Kind kind) {
  switch (kind) {
    case Kind::start:
    case Kind::read:
    case Kind::atomic_read:
    case Kind::yield:
    case Kind::sleep:
    case Kind::join:
      return true;
    default:
      return false;
  }
}

/// Whether it may leave everything as it is: an exchange of equal values, a try_lock that fails.
constexpr bool may_only_look(Kind kind) {
  switch (kind) {
    case Kind::atomic_update:
    case Kind::try_lock:
    case Kind::try_lock_shared:
    case Kind::try_acquire:
      return true;
    default:
      return only_looks(kind);
  }
}

}  // namespace interleave

// tools/interleave/runtime/operation.cpp: see operation.hpp.
#include "operation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace interleave {
namespace {

constexpr std::array<std::string_view, 39> kNames = {"start",
                                                     "exit",
                                                     "create",
                                                     "join",
                                                     "detach",
                                                     "read",
                                                     "write",
                                                     "atomic read",
                                                     "atomic write",
                                                     "atomic update",
                                                     "lock",
                                                     "try lock",
                                                     "timed lock",
                                                     "unlock",
                                                     "lock shared",
                                                     "try lock shared",
                                                     "timed lock shared",
                                                     "unlock shared",
                                                     "destroy",
                                                     "wait",
                                                     "wake",
                                                     "notify_one",
                                                     "notify_all",
                                                     "acquire",
                                                     "try acquire",
                                                     "timed acquire",
                                                     "release",
                                                     "arrive",
                                                     "barrier wait",
                                                     "once",
                                                     "once end",
                                                     "futex wait",
                                                     "awake",
                                                     "futex wake",
                                                     "futex wake all",
                                                     "yield",
                                                     "sleep",
                                                     "free",
                                                     "print"};

bool overlap(std::uintptr_t first, std::uint32_t first_size, std::uintptr_t second, std::uint32_t second_size) {
  return first < second + std::max(second_size, 1U) && second < first + std::max(first_size, 1U);
}

bool touches(const Operation& operation, std::uintptr_t address, std::uint32_t size) {
  if (operation.address != 0 && overlap(operation.address, operation.size, address, size)) return true;
  return operation.second != 0 && overlap(operation.second, 1, address, size);
}

bool releases_a_mutex(Kind kind) { return kind == Kind::unlock || kind == Kind::wait; }
bool takes_a_mutex(Kind kind) { return kind == Kind::lock || kind == Kind::wake; }

std::uintptr_t mutex_of(const Operation& operation) {
  const bool of_condition = operation.kind == Kind::wait || operation.kind == Kind::wake;
  return of_condition ? operation.second : operation.address;
}

}  // namespace

std::string_view name_of(Kind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : "process exit";
}

bool depends(const Operation& first, const Operation& second) {
  // The end of the process takes every further step from all others.
  if (first.kind == Kind::process_exit || second.kind == Kind::process_exit) return true;
  if (only_looks(first.kind) && only_looks(second.kind)) return false;
  if (first.address != 0 && touches(second, first.address, first.size)) return true;
  return first.second != 0 && touches(second, first.second, 1);
}

bool may_be_coenabled(const Operation& earlier, const Operation& later) {
  // Of two steps about one mutex only those that try to take it can meet; whoever gives it back holds it.
  const bool earlier_holds = releases_a_mutex(earlier.kind);
  const bool later_holds = releases_a_mutex(later.kind);
  const bool both_about_mutexes =
      (earlier_holds || takes_a_mutex(earlier.kind)) && (later_holds || takes_a_mutex(later.kind));
  if (both_about_mutexes && (earlier_holds || later_holds) && mutex_of(earlier) == mutex_of(later)) return false;
  if (earlier.kind == Kind::create && later.kind == Kind::start) return false;
  return !(earlier.kind == Kind::exit && later.kind == Kind::join);
}

bool could_come_first(const Operation& later, const Operation& earlier) {
  switch (later.kind) {
    case Kind::read:
    case Kind::write:
    case Kind::atomic_read:
    case Kind::atomic_write:
    case Kind::atomic_update:
    case Kind::print:
    case Kind::process_exit:
      return true;
    case Kind::lock:
      // The mutex was free then.
      return earlier.kind == Kind::lock && earlier.value == 0 && earlier.address == later.address;
    default:
      return false;
  }
}

}  // namespace interleave

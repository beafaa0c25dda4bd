// tools/interleave/runtime/lock_order.cpp: in which order threads take locks. Two locks taken in opposite orders are a
// deadlock that waits for its schedule, unless a third lock around both keeps the threads apart.
#include "execution.hpp"

#include <algorithm>
#include <utility>

namespace interleave {
namespace {

bool share_a_gate(const LockPair& one, const LockPair& other) {
  return std::ranges::any_of(one.holds, [&](std::uintptr_t lock) {
    return lock != one.held && lock != other.held && std::ranges::find(other.holds, lock) != other.holds.end();
  });
}

// By the making and joining of threads.
bool comes_before(const LockPair& one, const LockPair& other) {
  return one.order[one.thread] <= other.order[one.thread];
}

bool is_inverted(const LockPair& one, const LockPair& other) {
  return one.thread != other.thread && one.held == other.taken && one.taken == other.held &&
         !share_a_gate(one, other) && !comes_before(one, other) && !comes_before(other, one);
}

}  // namespace

void Execution::note_lock_order(std::uintptr_t mutex, std::uintptr_t pc) {
  const std::vector<std::uintptr_t>& holds = self().holds;
  for (const std::uintptr_t held : holds) {
    if (held == mutex || inversion_) continue;
    LockPair pair{held, mutex, current_, holds, self().order, calls_of(current_, pc)};
    for (const LockPair& earlier : lock_pairs_) {
      if (is_inverted(earlier, pair)) inversion_ = LockInversion{earlier, pair};
    }
    lock_pairs_.push_back(std::move(pair));
  }
}

}  // namespace interleave

// tools/interleave/runtime/loops.cpp: finds loops that change nothing.
//
// A thread that comes by the same place with the same stack, while nothing at all has changed in between, will come by
// it for ever, until another thread changes something: from then on it is not chosen before one has. A loop that
// counts its turns changes its stack, and goes on to its end. Where the thread itself has changed something and
// changed it back, the whole state is compared. (Code is compiled without optimisation, so a thread's local state is on
// its stack.)
#include "entered.hpp"

#include "hash.hpp"

#include <utility>

namespace interleave {
namespace {

// A loop may need several turns to come back to where it was, so after that many every turn is looked at.
constexpr int kVisitsOfALongLoop = 6;

// How often a thread must come by a place before its state is looked at: plain reads are many and seldom loops.
int visits_before_looking(Kind kind) {
  switch (kind) {
    case Kind::atomic_read:
    case Kind::atomic_update:
    case Kind::try_lock:
    case Kind::try_lock_shared:
    case Kind::try_acquire:
    case Kind::yield:
    case Kind::sleep:
      return 2;
    case Kind::read:
    case Kind::lock:
      return 8;
    default:
      return 0;
  }
}

}  // namespace

void Execution::note_loop(Thread& thread) {
  thread.spins = false;
  const Operation& operation = thread.pending;
  const int enough = visits_before_looking(operation.kind);
  if (enough == 0) return;
  const std::uint64_t place = mix(operation.pc, static_cast<std::uint64_t>(current_));
  LoopVisit& visit = loop_visits_.at(place);
  if (++visit.visits < enough) return;
  leaves_zeros = true;
  std::uint64_t local_state = hash_of_stack(current_);
  if (std::exchange(thread.looked_at_clock, false)) local_state = mix(local_state, thread.now);
  const bool same_stack = visit.local_state == local_state;
  // A loop that counts its turns never has the same stack twice; its states need not be compared.
  const bool same_as_before = std::exchange(local_states_.at(mix(local_state, place)), true);
  if (same_stack && visit.changes == changes_) {
    thread.spins = true;
    thread.spins_since_changes = changes_;
  } else if (same_as_before && visit.visits > (same_stack ? enough + 1 : kVisitsOfALongLoop)) {
    const auto [seen, is_new] = states_.try_emplace(hash_of_everything(), recording_.steps_taken);
    if (!is_new && others_went_since(seen->second)) {
      recording_.cycle_start = seen->second;
      finish(Ending::cut);
    }
    thread.spins = !is_new;
    thread.spins_since_changes = changes_;
  }
  visit.local_state = local_state;
  visit.changes = changes_;
}

// A loop that changes something and changes it back, such as one that takes a lock to look, may have been stopped in
// the middle of its turn, where it holds what the others wait for. So before nobody is said to go on, it goes on
// itself; only where that leads back here, to the same state, will no schedule ever end.
bool Execution::lets_a_loop_go_on() {
  bool any = false;
  for (int id = 0; id < threads_used_; ++id) any = any || (!thread(id).exited && thread(id).spins);
  if (!any || !standstills_.insert(hash_of_everything()).second) return false;
  for (int id = 0; id < threads_used_; ++id) thread(id).spins = false;
  return true;
}

bool Execution::others_went_since(int step) const {
  for (; step < recording_.steps_taken; ++step) {
    if (recording_.steps[static_cast<std::size_t>(step)].choice.thread != current_) return true;
  }
  return false;
}

std::uint64_t Execution::hash_of_stack(int id) const {
  const std::uintptr_t top = switcher_->stack_of(id).top;
  const std::uintptr_t frame = thread(id).frame;
  if (frame == 0 || frame >= top) return 0;
  return mix(0, reinterpret_cast<const void*>(frame), top - frame);
}

std::uint64_t Execution::hash_of_everything() const {
  std::uint64_t hash = snapshot_.hash(0);
  for (int id = 0; id < threads_used_; ++id) {
    const Thread& each = thread(id);
    hash = mix(hash, hash_of_stack(id));
    hash = mix(hash, each.pending.pc ^ (std::uint64_t{each.exited} << 60) ^ (std::uint64_t{each.notified} << 61));
    hash = mix(hash, static_cast<std::uint64_t>(each.spurious_left) << 32 | static_cast<unsigned>(each.timeouts_left));
    hash = mix(hash, static_cast<std::uint64_t>(each.refusals_left));
    hash = mix(hash, reinterpret_cast<const void*>(ProgramHeap::begin_of(id)), heap_.used(id));
  }
  std::uint64_t objects = 0;
  objects_.for_each([&](std::uintptr_t address, const SyncObject& object) {
    std::uint64_t of_one =
        mix(address, static_cast<std::uint64_t>(object.owner) << 32 | static_cast<unsigned>(object.depth));
    of_one = mix(of_one, object.readers);
    of_one = mix(of_one, static_cast<std::uint64_t>(object.value));
    objects += mix(of_one, object.round);  // a sum: their order means nothing
  });
  return mix(hash, objects);
}

}  // namespace interleave

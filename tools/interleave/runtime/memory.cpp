// tools/interleave/runtime/memory.cpp: accesses to variables, as steps of the schedule and as parts of races.
#include "execution.hpp"

#include <string>

namespace interleave {
namespace {

bool writes(Kind kind) { return kind != Kind::read && kind != Kind::atomic_read; }
bool is_atomic(Kind kind) {
  return kind == Kind::atomic_read || kind == Kind::atomic_write || kind == Kind::atomic_update;
}

}  // namespace

void Execution::access(std::uintptr_t address, std::uint32_t size, Kind kind, std::uintptr_t pc) {
  if (details_.wanted) details_.complete(current_);
  constexpr std::uint64_t kMostBetweenSteps = 10'000'000;
  constexpr std::uint64_t kMostWhenKnown =
      10'000;  // the same steps have led to too many, or the execution is for nothing
  const std::uint64_t since_step = ++happenings_ - last_step_;
  if (since_step > kMostWhenKnown) check_loop(since_step > kMostBetweenSteps);
  if (points_.holds(address, size)) {
    step({.kind = kind, .size = size, .address = address, .pc = pc});
  }
  touch(address, size, kind, pc);
}

void Execution::check_loop(bool too_long) {
  if (recording_.new_points_used > 0) finish(Ending::grew);
  if (!too_long && !endless_.contains(schedule_)) return;
  endless_.insert(schedule_);
  fail("livelock", "a loop without end that looks at nothing another thread could change");
}

void Execution::touch(std::uintptr_t address, std::uint32_t size, Kind kind, std::uintptr_t pc) {
  Thread& thread = self();
  if (heap_.freed(address)) fail("use_after_free", "memory that was freed is used again");
  const MemoryAccess access{address,
                            size,
                            static_cast<ThreadId>(current_),
                            writes(kind),
                            is_atomic(kind),
                            thread.clock[current_],
                            recording_.steps_taken};
  // Its own stack's variables are no change that others see, as long as they don't look there.
  if (!may_only_look(kind) && !is_on_own_stack(address)) ++changes_;
  meet(history_.note(access, thread.clock, thread.order), access, pc);
}

bool Execution::is_on_own_stack(std::uintptr_t address) const {
  const StackRange own = switcher_->stack_of(current_);
  return address >= own.bottom && address < own.top;
}

void Execution::meet(const Meeting& meeting, const MemoryAccess& access, std::uintptr_t pc) {
  if (details_.wanted) {
    CallStack stack = calls_of(current_, pc);
    if (meeting.races) details_.note_race(*meeting.races, access, recording_.steps_taken, stack);
    details_.note_access(access, recording_.steps_taken, std::move(stack));
  }
  if (meeting.races) recording_.raced = true;
  if (!meeting.shared || points_.holds(access.address, access.size)) return;
  const auto used = static_cast<std::size_t>(recording_.new_points_used);
  if (used < recording_.new_points.size()) {
    recording_.new_points[used] = access.address;
    ++recording_.new_points_used;
  }
}

void Execution::free_block(void* pointer, std::uintptr_t pc) {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const auto size = static_cast<std::uint32_t>(ProgramHeap::size_of(pointer));
  if (size != 0 && points_.holds(address, size)) {
    step({.kind = Kind::free, .size = size, .address = address, .pc = pc});
  }
  if (heap_.freed(address)) fail("double_free", "memory is freed for the second time");
  Thread& thread = self();
  const MemoryAccess access{
      address, size, static_cast<ThreadId>(current_), true, false, thread.clock[current_], recording_.steps_taken};
  meet(history_.note_free(access, thread.clock, thread.order), access, pc);
  objects_.for_each([&](std::uintptr_t object_address, const SyncObject& object) {
    const bool inside = object_address >= address && object_address < address + size;
    if (inside && object.is_held()) fail("destroyed_locked", "a lock is freed while a thread holds it");
  });
  heap_.release(pointer);
}

}  // namespace interleave

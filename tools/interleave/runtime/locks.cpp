// tools/interleave/runtime/locks.cpp: see locks.hpp.
#include "locks.hpp"

#include "entered.hpp"

#include <pthread.h>

#include <algorithm>
#include <cerrno>

namespace interleave {
namespace {

constexpr std::int64_t kNanosecondsOfASecond = 1'000'000'000;

SyncObject& object_at(const void* address) { return execution->objects().at(address_of(address)); }

void check_alive(const void* address, const char* what) {
  if (execution->heap().freed(address_of(address))) execution->fail("use_after_free", what);
}

Choice step_at(Kind kind, const void* object, std::uintptr_t pc, bool timed = false, bool again = false) {
  check_alive(object, "a lock in memory that was freed");
  const Choice choice =
      execution->step({.kind = kind, .timed = timed, .address = address_of(object), .value = again, .pc = pc});
  check_alive(object, "a lock in memory that was freed");
  return choice;
}

void note_taken(const void* mutex, SyncObject& object, std::uintptr_t pc) {
  execution->self().holds.push_back(address_of(mutex));
  object.taken_at = pc;
}

// @param waited  it would have waited for the lock: then the order in which locks are taken matters
void take_alone(const void* mutex, std::uintptr_t pc, bool waited) {
  SyncObject& object = object_at(mutex);
  object.owner = execution->current();
  if (++object.depth == 1 && waited) execution->note_lock_order(address_of(mutex), pc);
  execution->learn(object.released);
  execution->learn(object.shared_released);
  execution->note_change();
  note_taken(mutex, object, pc);
}

void take_shared(const void* mutex, std::uintptr_t pc) {
  SyncObject& object = object_at(mutex);
  object.readers |= only(execution->current());
  execution->learn(object.released);
  execution->note_change();
  note_taken(mutex, object, pc);
}

void forget_hold(const void* mutex) {
  auto& holds = execution->self().holds;
  const auto found = std::find(holds.rbegin(), holds.rend(), address_of(mutex));
  if (found != holds.rend()) holds.erase(std::next(found).base());
}

void give_up_alone(const void* mutex) {
  SyncObject& object = object_at(mutex);
  forget_hold(mutex);
  if (--object.depth > 0) return;
  object.owner = -1;
  execution->teach(object.released);
}

}  // namespace

bool is_programs(const void* object) {
  const std::uintptr_t address = address_of(object);
  const bool on_a_stack = address >= kStacks && address < kStacks + std::uintptr_t{2} * kMostThreads * kMainStackBytes;
  return on_a_stack || execution->heap().owns(address) || execution->snapshot().is_programs(address);
}

int lock(void* mutex, int kind, std::uintptr_t pc) {
  const SyncObject& before = object_at(mutex);
  const bool mine = before.owner == execution->current();
  if (mine && kind == PTHREAD_MUTEX_ERRORCHECK) return EDEADLK;
  if (mine && kind != PTHREAD_MUTEX_RECURSIVE) {
    execution->wait_for_oneself({.kind = Kind::lock, .address = address_of(mutex), .pc = pc});
  }
  step_at(Kind::lock, mutex, pc, false, mine);
  take_alone(mutex, pc, true);
  return 0;
}

int try_lock(void* mutex, int kind, std::uintptr_t pc) {
  const Choice choice = step_at(Kind::try_lock, mutex, pc);
  const SyncObject& object = object_at(mutex);
  const bool again = object.owner == execution->current() && kind == PTHREAD_MUTEX_RECURSIVE;
  if (choice.way == Way::fails || (object.is_held() && !again)) {
    if (choice.way != Way::fails) execution->add_note("finds it taken");
    return EBUSY;
  }
  take_alone(mutex, pc, false);
  return 0;
}

int timed_lock(void* mutex, int kind, const timespec& time, std::uintptr_t pc) {
  const SyncObject& before = object_at(mutex);
  const bool mine = before.owner == execution->current();
  if (mine && kind == PTHREAD_MUTEX_ERRORCHECK) return EDEADLK;
  const Kind step = mine && kind != PTHREAD_MUTEX_RECURSIVE ? Kind::yield : Kind::timed_lock;
  const Choice choice = step_at(step, mutex, pc, true);
  if (choice.way == Way::times_out || step == Kind::yield) {
    pass_time_to(time);
    return ETIMEDOUT;
  }
  take_alone(mutex, pc, false);
  return 0;
}

int unlock(void* mutex, int kind, std::uintptr_t pc) {
  if (object_at(mutex).owner != execution->current()) {
    if (kind == PTHREAD_MUTEX_ERRORCHECK) return EPERM;
    const int owner = object_at(mutex).owner;
    execution->fail("bad_unlock", owner < 0 ? "nobody holds it" : "T" + std::to_string(owner) + " holds it");
  }
  step_at(Kind::unlock, mutex, pc);
  give_up_alone(mutex);
  return 0;
}

int lock_shared(void* mutex, std::uintptr_t pc) {
  if (object_at(mutex).owner == execution->current()) {
    execution->wait_for_oneself({.kind = Kind::lock_shared, .address = address_of(mutex), .pc = pc});
  }
  step_at(Kind::lock_shared, mutex, pc);
  take_shared(mutex, pc);
  return 0;
}

int try_lock_shared(void* mutex, std::uintptr_t pc) {
  step_at(Kind::try_lock_shared, mutex, pc);
  if (object_at(mutex).owner >= 0) {
    execution->add_note("finds it taken");
    return EBUSY;
  }
  take_shared(mutex, pc);
  return 0;
}

int timed_lock_shared(void* mutex, const timespec& time, std::uintptr_t pc) {
  if (step_at(Kind::timed_lock_shared, mutex, pc, true).way == Way::times_out) {
    pass_time_to(time);
    return ETIMEDOUT;
  }
  take_shared(mutex, pc);
  return 0;
}

int unlock_any(void* mutex, std::uintptr_t pc) {
  SyncObject& object = object_at(mutex);
  if (object.owner == execution->current()) return unlock(mutex, PTHREAD_MUTEX_NORMAL, pc);
  if (!contains(object.readers, execution->current())) execution->fail("bad_unlock", "the caller does not hold it");
  step_at(Kind::unlock_shared, mutex, pc);
  object.readers &= ~only(execution->current());
  forget_hold(mutex);
  execution->teach(object.shared_released);
  return 0;
}

int destroy(void* object, std::uintptr_t pc) {
  step_at(Kind::destroy, object, pc);
  if (object_at(object).is_held()) execution->fail("destroyed_locked", "a lock is destroyed while a thread holds it");
  execution->objects().forget(address_of(object));
  return 0;
}

bool begin_once(void* flag, std::uintptr_t pc) {
  if (object_at(flag).owner == execution->current()) {
    execution->wait_for_oneself({.kind = Kind::once, .address = address_of(flag), .pc = pc});
  }
  step_at(Kind::once, flag, pc);
  SyncObject& object = object_at(flag);
  execution->learn(object.released);
  if (object.done) return false;
  object.owner = execution->current();
  return true;
}

void end_once(void* flag, bool done, std::uintptr_t pc) {
  step_at(Kind::once_end, flag, pc);
  SyncObject& object = object_at(flag);
  object.done = done;
  object.owner = -1;
  execution->teach(object.released);
}

void call_once(void* flag, std::uintptr_t pc, void (*function)()) {
  const auto enter = [&] {
    const Entered entered;
    return begin_once(flag, pc);
  };
  const auto leave = [&](bool done) {
    const Entered entered;
    end_once(flag, done, pc);
  };
  if (!enter()) return;
  try {
    function();
  } catch (...) {
    leave(false);
    throw;
  }
  leave(true);
}

void give_back(void* mutex) {
  if (object_at(mutex).owner != execution->current()) {
    execution->fail("bad_unlock", "a wait needs the mutex locked by the thread that waits");
  }
  SyncObject& object = object_at(mutex);
  if (object.owner >= 0 && object.readers == 0) object.depth = 1;
  give_up_alone(mutex);
}

void take_again(void* mutex) {
  SyncObject& object = object_at(mutex);
  object.owner = execution->current();
  object.depth = 1;
  execution->learn(object.released);
  execution->learn(object.shared_released);
  note_taken(mutex, object, object.taken_at);
}

void pass_time_to(const timespec& time) {
  const auto moment =
      static_cast<std::uint64_t>(time.tv_sec) * kNanosecondsOfASecond + static_cast<std::uint64_t>(time.tv_nsec);
  std::uint64_t& now = execution->self().now;
  now = std::max(now, moment);
}

}  // namespace interleave

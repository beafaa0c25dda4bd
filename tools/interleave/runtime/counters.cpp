// tools/interleave/runtime/counters.cpp: see counters.hpp.
#include "counters.hpp"

#include "entered.hpp"
#include "locks.hpp"

#include <cstring>

namespace interleave {
namespace {

SyncObject& object_at(const volatile void* address) { return execution->objects().at(address_of(address)); }

Choice step_at(Kind kind, const volatile void* object, std::uintptr_t pc, bool timed = false, std::uint64_t value = 0) {
  const auto check = [&] {
    if (execution->heap().freed(address_of(object)))
      execution->fail("use_after_free", "an object in memory that was freed");
  };
  check();
  const Choice choice =
      execution->step({.kind = kind, .timed = timed, .address = address_of(object), .value = value, .pc = pc});
  check();
  return choice;
}

void take_permit(void* semaphore) {
  SyncObject& object = object_at(semaphore);
  --object.value;
  execution->learn(object.released);
  execution->note_change();
}

}  // namespace

void make_semaphore(void* semaphore, std::int64_t permits) {
  execution->objects().forget(address_of(semaphore));
  object_at(semaphore).value = permits;
}

void acquire(void* semaphore, std::uintptr_t pc) {
  step_at(Kind::acquire, semaphore, pc);
  take_permit(semaphore);
}

bool try_acquire(void* semaphore, std::uintptr_t pc) {
  step_at(Kind::try_acquire, semaphore, pc);
  if (object_at(semaphore).value <= 0) {
    execution->add_note("finds no permit");
    return false;
  }
  take_permit(semaphore);
  return true;
}

bool timed_acquire(void* semaphore, const timespec& time, std::uintptr_t pc) {
  if (step_at(Kind::timed_acquire, semaphore, pc, true).way == Way::times_out) {
    pass_time_to(time);
    return false;
  }
  take_permit(semaphore);
  return true;
}

void release(void* semaphore, std::int64_t permits, std::uintptr_t pc) {
  step_at(Kind::release, semaphore, pc);
  SyncObject& object = object_at(semaphore);
  object.value += permits;
  execution->teach(object.released);
}

std::int64_t value_of(void* semaphore, std::uintptr_t pc) {
  execution->step({.kind = Kind::atomic_read, .address = address_of(semaphore), .pc = pc});
  return object_at(semaphore).value;
}

void make_barrier(void* barrier, std::int64_t expected) {
  execution->objects().forget(address_of(barrier));
  SyncObject& object = object_at(barrier);
  object.expected = expected;
  object.value = expected;
}

std::uint64_t round_of(void* barrier) { return object_at(barrier).round; }

bool arrive(void* barrier, std::int64_t count, std::uintptr_t pc) {
  step_at(Kind::arrive, barrier, pc);
  SyncObject& object = object_at(barrier);
  object.value -= count;
  execution->teach(object.released);
  if (object.value > 0) return false;
  execution->learn(object.released);
  return true;
}

void begin_round(void* barrier) {
  SyncObject& object = object_at(barrier);
  execution->teach(object.released);
  object.value = object.expected;
  ++object.round;
  execution->note_change();
}

void wait_for_round(void* barrier, std::uint64_t round, std::uintptr_t pc) {
  step_at(Kind::barrier_wait, barrier, pc, false, round);
  execution->learn(object_at(barrier).released);
}

bool round_is_over(void* barrier, std::uint64_t round, std::uintptr_t pc) {
  execution->step({.kind = Kind::atomic_read, .address = address_of(barrier), .pc = pc});
  const SyncObject& object = object_at(barrier);
  if (object.round == round) return false;
  execution->learn(object.released);
  return true;
}

void expect_fewer(void* barrier) { --object_at(barrier).expected; }

bool sleep_while_unchanged(const volatile void* variable, const void* old, std::size_t size, std::uintptr_t pc,
                           const timespec* time, bool* timed_out) {
  Operation operation{.kind = Kind::sleep_on,
                      .timed = time != nullptr,
                      .size = static_cast<std::uint32_t>(size),
                      .address = address_of(variable),
                      .pc = pc};
  execution->step(operation);
  execution->touch(address_of(variable), static_cast<std::uint32_t>(size), Kind::atomic_read, pc);
  if (std::memcmp(const_cast<const void*>(variable), old, size) != 0) {
    execution->add_note("finds another value");
    return false;
  }
  execution->self().notified = false;
  operation.kind = Kind::awake;
  operation.wakes_itself = time != nullptr;
  const Choice choice = execution->step(operation);
  execution->self().notified = false;
  const bool over = choice.way == Way::times_out;
  if (over) pass_time_to(*time);
  if (timed_out != nullptr) *timed_out = over;
  return true;
}

int wake_sleepers(const volatile void* variable, int count, std::uintptr_t pc) {
  const bool all = count >= kMostThreads;
  int woken = 0;
  for (; woken < count; ++woken) {
    const Choice choice = execution->step(
        {.kind = all ? Kind::wake_all : Kind::wake_one, .size = 1, .address = address_of(variable), .pc = pc});
    execution->notify(address_of(variable), Kind::awake, all, choice);
    if (all || choice.way != Way::wakes) break;
  }
  return woken;
}

}  // namespace interleave

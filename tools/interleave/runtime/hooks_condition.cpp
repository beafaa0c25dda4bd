// tools/interleave/runtime/hooks_condition.cpp: condition variables. A wait is two steps: it gives the mutex back and
// begins to wait; later it takes the mutex again, because it was notified, or its time is over, or for no reason.
#include "entered.hpp"
#include "locks.hpp"
#include "real.hpp"

#include <pthread.h>

#include <cerrno>
#include <string>

using namespace interleave;

namespace {

// @param time  null: without end
int wait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* time, std::uintptr_t pc) {
  const std::uintptr_t address = address_of(condition);
  if (execution->heap().freed(address))
    execution->fail("use_after_free", "a condition variable in memory that was freed");
  Operation operation{
      .kind = Kind::wait, .timed = time != nullptr, .address = address, .second = address_of(mutex), .pc = pc};
  execution->step(operation);
  give_back(mutex);
  Thread& self = execution->self();
  self.notified = false;
  operation.kind = Kind::wake;
  operation.wakes_itself = time != nullptr || self.spurious_left > 0;
  const Choice choice = execution->step(operation);
  self.notified = false;
  take_again(mutex);
  if (choice.way != Way::times_out) return 0;
  pass_time_to(*time);
  return ETIMEDOUT;
}

void notify(pthread_cond_t* condition, Kind kind, std::uintptr_t pc) {
  const std::uintptr_t address = address_of(condition);
  if (execution->heap().freed(address))
    execution->fail("use_after_free", "a condition variable in memory that was freed");
  const Choice choice = execution->step({.kind = kind, .address = address, .pc = pc});
  execution->notify(address, Kind::wake, kind == Kind::notify_all, choice);
}

}  // namespace

extern "C" {

int pthread_cond_init(pthread_cond_t* condition, const pthread_condattr_t* attributes) noexcept {
  if (watching) {
    const Entered entered;
    execution->objects().forget(address_of(condition));
  }
  return INTERLEAVE_REAL(pthread_cond_init)(condition, attributes);
}

int pthread_cond_destroy(pthread_cond_t* condition) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_destroy)(condition);
  const Entered entered;
  return destroy(condition, INTERLEAVE_CALLER);
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_wait)(condition, mutex);
  const Entered entered;
  return wait(condition, mutex, nullptr, INTERLEAVE_CALLER);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* time) {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_timedwait)(condition, mutex, time);
  const Entered entered;
  return wait(condition, mutex, time, INTERLEAVE_CALLER);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* time) {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_clockwait)(condition, mutex, clock, time);
  const Entered entered;
  return wait(condition, mutex, time, INTERLEAVE_CALLER);
}

int pthread_cond_signal(pthread_cond_t* condition) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_signal)(condition);
  const Entered entered;
  notify(condition, Kind::notify_one, INTERLEAVE_CALLER);
  return 0;
}

int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_cond_broadcast)(condition);
  const Entered entered;
  notify(condition, Kind::notify_all, INTERLEAVE_CALLER);
  return 0;
}

}  // extern "C"

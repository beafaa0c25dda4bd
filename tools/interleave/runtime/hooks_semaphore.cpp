// tools/interleave/runtime/hooks_semaphore.cpp: POSIX semaphores and barriers, and those of C++, which our own headers
// (tools/interleave/include) bring here as single operations. Also waiting for an atomic variable to change.
#include "counters.hpp"
#include "entered.hpp"
#include "plain_counters.hpp"
#include "real.hpp"

#include <pthread.h>
#include <semaphore.h>

#include <cerrno>

using namespace interleave;

extern "C" {

int sem_init(sem_t* semaphore, int shared, unsigned value) noexcept {
  if (!watching) return INTERLEAVE_REAL(sem_init)(semaphore, shared, value);
  const Entered entered;
  make_semaphore(semaphore, value);
  return 0;
}

int sem_destroy(sem_t* semaphore) noexcept {
  if (!watching) return INTERLEAVE_REAL(sem_destroy)(semaphore);
  const Entered entered;
  execution->objects().forget(address_of(semaphore));
  return 0;
}

int sem_wait(sem_t* semaphore) {
  if (!watching) return INTERLEAVE_REAL(sem_wait)(semaphore);
  const Entered entered;
  acquire(semaphore, INTERLEAVE_CALLER);
  return 0;
}

int sem_trywait(sem_t* semaphore) noexcept {
  if (!watching) return INTERLEAVE_REAL(sem_trywait)(semaphore);
  const Entered entered;
  if (try_acquire(semaphore, INTERLEAVE_CALLER)) return 0;
  errno = EAGAIN;
  return -1;
}

int sem_timedwait(sem_t* semaphore, const timespec* time) {
  if (!watching) return INTERLEAVE_REAL(sem_timedwait)(semaphore, time);
  const Entered entered;
  if (timed_acquire(semaphore, *time, INTERLEAVE_CALLER)) return 0;
  errno = ETIMEDOUT;
  return -1;
}

int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* time) {
  if (!watching) return INTERLEAVE_REAL(sem_clockwait)(semaphore, clock, time);
  const Entered entered;
  if (timed_acquire(semaphore, *time, INTERLEAVE_CALLER)) return 0;
  errno = ETIMEDOUT;
  return -1;
}

int sem_post(sem_t* semaphore) noexcept {
  if (!watching) return INTERLEAVE_REAL(sem_post)(semaphore);
  const Entered entered;
  release(semaphore, 1, INTERLEAVE_CALLER);
  return 0;
}

int sem_getvalue(sem_t* semaphore, int* value) noexcept {
  if (!watching) return INTERLEAVE_REAL(sem_getvalue)(semaphore, value);
  const Entered entered;
  const int now = static_cast<int>(value_of(semaphore, INTERLEAVE_CALLER));
  note_access(value, sizeof *value, Kind::write, INTERLEAVE_CALLER);
  *value = now;
  return 0;
}

int pthread_barrier_init(pthread_barrier_t* barrier, const pthread_barrierattr_t* attributes, unsigned count) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_barrier_init)(barrier, attributes, count);
  if (count == 0) return EINVAL;
  const Entered entered;
  make_barrier(barrier, count);
  return 0;
}

int pthread_barrier_destroy(pthread_barrier_t* barrier) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_barrier_destroy)(barrier);
  const Entered entered;
  execution->objects().forget(address_of(barrier));
  return 0;
}

int pthread_barrier_wait(pthread_barrier_t* barrier) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_barrier_wait)(barrier);
  const Entered entered;
  const std::uint64_t round = round_of(barrier);
  const bool last = arrive(barrier, 1, INTERLEAVE_CALLER);
  if (last) begin_round(barrier);
  wait_for_round(barrier, round, INTERLEAVE_CALLER);
  return last ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

// For our own headers. Where the program is not explored, real threads call these.

void interleave_semaphore_make(void* semaphore, long permits) {
  if (execution == nullptr) return plain::make(semaphore, permits);
  const Entered entered;
  make_semaphore(semaphore, permits);
}

void interleave_semaphore_acquire(void* semaphore) {
  if (execution == nullptr) return plain::acquire(semaphore);
  const Entered entered;
  acquire(semaphore, INTERLEAVE_CALLER);
}

bool interleave_semaphore_try_acquire(void* semaphore) {
  if (execution == nullptr) return plain::try_acquire(semaphore);
  const Entered entered;
  return try_acquire(semaphore, INTERLEAVE_CALLER);
}

bool interleave_semaphore_acquire_until(void* semaphore, long seconds, long nanoseconds) {
  if (execution == nullptr) return plain::acquire_until(semaphore, {seconds, nanoseconds});
  const Entered entered;
  return timed_acquire(semaphore, {seconds, nanoseconds}, INTERLEAVE_CALLER);
}

void interleave_semaphore_release(void* semaphore, long permits) {
  if (execution == nullptr) return plain::release(semaphore, permits);
  const Entered entered;
  release(semaphore, permits, INTERLEAVE_CALLER);
}

void interleave_barrier_make(void* barrier, long expected) {
  if (execution == nullptr) return plain::make(barrier, expected);
  const Entered entered;
  make_barrier(barrier, expected);
}

unsigned long interleave_barrier_round(void* barrier) {
  if (execution == nullptr) return plain::round_of(barrier);
  const Entered entered;
  return round_of(barrier);
}

bool interleave_barrier_arrive(void* barrier, long count) {
  if (execution == nullptr) return plain::arrive(barrier, count);
  const Entered entered;
  return arrive(barrier, count, INTERLEAVE_CALLER);
}

void interleave_barrier_begin_round(void* barrier) {
  if (execution == nullptr) return plain::begin_round(barrier);
  const Entered entered;
  begin_round(barrier);
}

void interleave_barrier_wait(void* barrier, unsigned long round) {
  if (execution == nullptr) return plain::wait_for_round(barrier, round);
  const Entered entered;
  wait_for_round(barrier, round, INTERLEAVE_CALLER);
}

bool interleave_barrier_try_wait(void* barrier, unsigned long round) {
  if (execution == nullptr) return plain::round_is_over(barrier, round);
  const Entered entered;
  return round_is_over(barrier, round, INTERLEAVE_CALLER);
}

void interleave_barrier_expect_fewer(void* barrier) {
  if (execution == nullptr) return plain::expect_fewer(barrier);
  const Entered entered;
  expect_fewer(barrier);
}

bool interleave_is_exploring() { return watching; }

bool interleave_atomic_sleep_on(const volatile void* variable, const void* old, unsigned long size) {
  if (!watching) return false;
  const Entered entered;
  return sleep_while_unchanged(variable, old, size, INTERLEAVE_CALLER);
}

void interleave_atomic_notify(const volatile void* variable, bool all) {
  if (!watching) return;
  const Entered entered;
  wake_sleepers(variable, all ? kMostThreads : 1, INTERLEAVE_CALLER);
}

void interleave_outcome(const char* text) {
  if (!watching) return;
  const Entered entered;
  execution->set_outcome(text);
}

void interleave_watch(const volatile void* variable, std::size_t size, const char* type, const char* name) {
  if (!watching) return;
  const Entered entered;
  execution->details().watch(address_of(variable), size, type, name);
}

}  // extern "C"

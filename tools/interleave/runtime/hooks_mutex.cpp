// tools/interleave/runtime/hooks_mutex.cpp: mutexes, shared mutexes, spin locks and once flags.
#include "entered.hpp"
#include "locks.hpp"
#include "real.hpp"

#include <pthread.h>

#include <cerrno>

using namespace interleave;

namespace {

int kind_of(const pthread_mutex_t* mutex) { return mutex->__data.__kind & 3; }

// Mutexes of the libraries' own, such as the unwinder's, are no matter of the program.
bool concerns(const void* object) { return watching && is_programs(object); }

}  // namespace

extern "C" {

int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) noexcept {
  if (watching) {
    const Entered entered;
    if (attributes != nullptr) note_access(attributes, sizeof *attributes, Kind::read, INTERLEAVE_CALLER);
    execution->objects().forget(address_of(mutex));
  }
  return INTERLEAVE_REAL(pthread_mutex_init)(mutex, attributes);
}

int pthread_mutex_destroy(pthread_mutex_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_destroy)(mutex);
  const Entered entered;
  return destroy(mutex, INTERLEAVE_CALLER);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_lock)(mutex);
  const Entered entered;
  return lock(mutex, kind_of(mutex), INTERLEAVE_CALLER);
}

int pthread_mutex_trylock(pthread_mutex_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_trylock)(mutex);
  const Entered entered;
  return try_lock(mutex, kind_of(mutex), INTERLEAVE_CALLER);
}

int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_timedlock)(mutex, time);
  const Entered entered;
  return timed_lock(mutex, kind_of(mutex), *time, INTERLEAVE_CALLER);
}

int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_clocklock)(mutex, clock, time);
  const Entered entered;
  return timed_lock(mutex, kind_of(mutex), *time, INTERLEAVE_CALLER);
}

int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_mutex_unlock)(mutex);
  const Entered entered;
  return unlock(mutex, kind_of(mutex), INTERLEAVE_CALLER);
}

int pthread_spin_init(pthread_spinlock_t* lock, int shared) noexcept {
  if (watching) {
    const Entered entered;
    execution->objects().forget(address_of(lock));
  }
  return INTERLEAVE_REAL(pthread_spin_init)(lock, shared);
}

int pthread_spin_destroy(pthread_spinlock_t* lock) noexcept {
  if (!concerns(const_cast<int*>(lock))) return INTERLEAVE_REAL(pthread_spin_destroy)(lock);
  const Entered entered;
  return destroy(const_cast<int*>(lock), INTERLEAVE_CALLER);
}

int pthread_spin_lock(pthread_spinlock_t* spin) noexcept {
  if (!concerns(const_cast<int*>(spin))) return INTERLEAVE_REAL(pthread_spin_lock)(spin);
  const Entered entered;
  return lock(const_cast<int*>(spin), PTHREAD_MUTEX_NORMAL, INTERLEAVE_CALLER);
}

int pthread_spin_trylock(pthread_spinlock_t* spin) noexcept {
  if (!concerns(const_cast<int*>(spin))) return INTERLEAVE_REAL(pthread_spin_trylock)(spin);
  const Entered entered;
  return try_lock(const_cast<int*>(spin), PTHREAD_MUTEX_NORMAL, INTERLEAVE_CALLER);
}

int pthread_spin_unlock(pthread_spinlock_t* spin) noexcept {
  if (!concerns(const_cast<int*>(spin))) return INTERLEAVE_REAL(pthread_spin_unlock)(spin);
  const Entered entered;
  return unlock(const_cast<int*>(spin), PTHREAD_MUTEX_NORMAL, INTERLEAVE_CALLER);
}

int pthread_rwlock_init(pthread_rwlock_t* mutex, const pthread_rwlockattr_t* attributes) noexcept {
  if (watching) {
    const Entered entered;
    execution->objects().forget(address_of(mutex));
  }
  return INTERLEAVE_REAL(pthread_rwlock_init)(mutex, attributes);
}

int pthread_rwlock_destroy(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_destroy)(mutex);
  const Entered entered;
  return destroy(mutex, INTERLEAVE_CALLER);
}

int pthread_rwlock_wrlock(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_wrlock)(mutex);
  const Entered entered;
  return lock(mutex, PTHREAD_MUTEX_NORMAL, INTERLEAVE_CALLER);
}

int pthread_rwlock_trywrlock(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_trywrlock)(mutex);
  const Entered entered;
  return try_lock(mutex, PTHREAD_MUTEX_NORMAL, INTERLEAVE_CALLER);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t* mutex, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_timedwrlock)(mutex, time);
  const Entered entered;
  return timed_lock(mutex, PTHREAD_MUTEX_NORMAL, *time, INTERLEAVE_CALLER);
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t* mutex, clockid_t clock, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_clockwrlock)(mutex, clock, time);
  const Entered entered;
  return timed_lock(mutex, PTHREAD_MUTEX_NORMAL, *time, INTERLEAVE_CALLER);
}

int pthread_rwlock_rdlock(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_rdlock)(mutex);
  const Entered entered;
  return lock_shared(mutex, INTERLEAVE_CALLER);
}

int pthread_rwlock_tryrdlock(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_tryrdlock)(mutex);
  const Entered entered;
  return try_lock_shared(mutex, INTERLEAVE_CALLER);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t* mutex, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_timedrdlock)(mutex, time);
  const Entered entered;
  return timed_lock_shared(mutex, *time, INTERLEAVE_CALLER);
}

int pthread_rwlock_clockrdlock(pthread_rwlock_t* mutex, clockid_t clock, const timespec* time) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_clockrdlock)(mutex, clock, time);
  const Entered entered;
  return timed_lock_shared(mutex, *time, INTERLEAVE_CALLER);
}

int pthread_rwlock_unlock(pthread_rwlock_t* mutex) noexcept {
  if (!concerns(mutex)) return INTERLEAVE_REAL(pthread_rwlock_unlock)(mutex);
  const Entered entered;
  return unlock_any(mutex, INTERLEAVE_CALLER);
}

int pthread_once(pthread_once_t* flag, void (*function)()) {
  if (!concerns(flag)) return INTERLEAVE_REAL(pthread_once)(flag, function);
  call_once(flag, INTERLEAVE_CALLER, function);
  return 0;
}

// Static objects in functions: the compiler calls these around the first initialisation.
int __cxa_guard_acquire(long long* guard) {
  if (!concerns(guard)) return INTERLEAVE_REAL(__cxa_guard_acquire)(guard);
  const Entered entered;
  return begin_once(guard, INTERLEAVE_CALLER) ? 1 : 0;
}

void __cxa_guard_release(long long* guard) {
  if (!concerns(guard)) return INTERLEAVE_REAL(__cxa_guard_release)(guard);
  const Entered entered;
  end_once(guard, true, INTERLEAVE_CALLER);
  // Its first byte says that the object is there, and others look at it without a call.
  execution->touch(address_of(guard), 1, Kind::atomic_write, INTERLEAVE_CALLER);
  *reinterpret_cast<char*>(guard) = 1;
}

void __cxa_guard_abort(long long* guard) {
  if (!concerns(guard)) return INTERLEAVE_REAL(__cxa_guard_abort)(guard);
  const Entered entered;
  end_once(guard, false, INTERLEAVE_CALLER);
}

}  // extern "C"

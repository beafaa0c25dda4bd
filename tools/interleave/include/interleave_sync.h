// tools/interleave/include/interleave_sync.h: for <semaphore>, <latch>, <barrier> and atomic waiting in this folder.
// Under the explorer each of their operations is a single step with the meaning that the standard gives it.
#pragma once

#include <chrono>
#include <cstddef>

extern "C" {
bool interleave_is_exploring();

void interleave_semaphore_make(void* semaphore, long permits);
void interleave_semaphore_acquire(void* semaphore);
bool interleave_semaphore_try_acquire(void* semaphore);
bool interleave_semaphore_acquire_until(void* semaphore, long seconds, long nanoseconds);
void interleave_semaphore_release(void* semaphore, long permits);

void interleave_barrier_make(void* barrier, long expected);
unsigned long interleave_barrier_round(void* barrier);
bool interleave_barrier_arrive(void* barrier, long count);
void interleave_barrier_begin_round(void* barrier);
void interleave_barrier_wait(void* barrier, unsigned long round);
bool interleave_barrier_try_wait(void* barrier, unsigned long round);
void interleave_barrier_expect_fewer(void* barrier);

bool interleave_atomic_sleep_on(const volatile void* variable, const void* old, unsigned long size);
void interleave_atomic_notify(const volatile void* variable, bool all);
}

// tools/interleave/runtime/plain_counters.hpp: the semaphores and barriers of our own headers in a program that is not
// explored, and before main(). Simple, for real threads, and slow: one lock for all.
#pragma once

#include <cstdint>
#include <ctime>

namespace interleave::plain {

void make(void* object, std::int64_t value);
void acquire(void* semaphore);
bool try_acquire(void* semaphore);
bool acquire_until(void* semaphore, const timespec& time);
void release(void* semaphore, std::int64_t permits);
std::uint64_t round_of(void* barrier);
bool arrive(void* barrier, std::int64_t count);
void begin_round(void* barrier);
void wait_for_round(void* barrier, std::uint64_t round);
bool round_is_over(void* barrier, std::uint64_t round);
void expect_fewer(void* barrier);

}  // namespace interleave::plain

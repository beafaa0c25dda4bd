// tools/interleave/runtime/counters.hpp: semaphores, barriers and waiting for a value to change, in terms of steps.
// To be called inside a hook.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>

namespace interleave {

void make_semaphore(void* semaphore, std::int64_t permits);
void acquire(void* semaphore, std::uintptr_t pc);
bool try_acquire(void* semaphore, std::uintptr_t pc);
bool timed_acquire(void* semaphore, const timespec& time, std::uintptr_t pc);
void release(void* semaphore, std::int64_t permits, std::uintptr_t pc);
std::int64_t value_of(void* semaphore, std::uintptr_t pc);

/// A barrier's round ends when as many have arrived as are expected. A latch is a barrier with one round.
void make_barrier(void* barrier, std::int64_t expected);
std::uint64_t round_of(void* barrier);
/// True: with this all have arrived; the caller is to do what is done between rounds, and then to call begin_round().
bool arrive(void* barrier, std::int64_t count, std::uintptr_t pc);
void begin_round(void* barrier);
/// Waits until that round is over.
void wait_for_round(void* barrier, std::uint64_t round, std::uintptr_t pc);
bool round_is_over(void* barrier, std::uint64_t round, std::uintptr_t pc);
/// From the next round on one less is expected.
void expect_fewer(void* barrier);

/// Sleeps until it is woken, where the variable still holds the old value.
/// @return  false: it does not hold it
bool sleep_while_unchanged(const volatile void* variable, const void* old, std::size_t size, std::uintptr_t pc,
                           const timespec* time = nullptr, bool* timed_out = nullptr);
/// Wakes up to `count` of those who sleep on the variable. @return  how many it woke
int wake_sleepers(const volatile void* variable, int count, std::uintptr_t pc);

}  // namespace interleave

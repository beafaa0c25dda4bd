// tools/interleave/runtime/locks.hpp: what locks do, in terms of steps and of what they order.
// To be called inside a hook by the program's threads. Return values are those of the POSIX functions.
#pragma once

#include <cstdint>
#include <ctime>

namespace interleave {

/// Whether an object belongs to the explored program, and not to a library: its globals, its heap, its stacks.
bool is_programs(const void* object);

/// @param kind  PTHREAD_MUTEX_NORMAL, _RECURSIVE or _ERRORCHECK
/// @param pc    of the call; the same below
int lock(void* mutex, int kind, std::uintptr_t pc);
int try_lock(void* mutex, int kind, std::uintptr_t pc);
int timed_lock(void* mutex, int kind, const timespec& time, std::uintptr_t pc);
int unlock(void* mutex, int kind, std::uintptr_t pc);
int lock_shared(void* mutex, std::uintptr_t pc);
int try_lock_shared(void* mutex, std::uintptr_t pc);
int timed_lock_shared(void* mutex, const timespec& time, std::uintptr_t pc);
/// Whichever way the caller holds it.
int unlock_any(void* mutex, std::uintptr_t pc);
int destroy(void* object, std::uintptr_t pc);

/// True: the caller is to do it, and then to call end_once().
bool begin_once(void* flag, std::uintptr_t pc);
/// @param done  false: it threw, and the next one tries again
void end_once(void* flag, bool done, std::uintptr_t pc);
/// Not to be called inside a hook: `function` is the program's.
void call_once(void* flag, std::uintptr_t pc, void (*function)());

// A wait on a condition variable gives its mutex back at one step and takes it again at another.
void give_back(void* mutex);
void take_again(void* mutex);

/// The calling thread's clock has come to that time, or was there before.
void pass_time_to(const timespec& time);

}  // namespace interleave

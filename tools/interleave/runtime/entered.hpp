// tools/interleave/runtime/entered.hpp: the border between the explored program and us. Every hook begins here.
#pragma once

#include "execution.hpp"

namespace interleave {

/// Whether what happens now is done by the explored program, and counts. False before main(), between executions,
/// inside our own functions, and always in a program that is not explored: then a hook does what the real function
/// does.
extern bool watching;

/// Whether memory that is asked for now is the program's: while it is watched, and before its main() begins.
bool programs_heap();

/// What our functions leave on the stack differs from call to call, and lies in the program's next frames where these
/// have set no variable yet: the turns of a loop would seem to differ. So from where there may be a loop (loops.cpp),
/// to the end of the schedule, zeros are left instead.
extern bool leaves_zeros;
__attribute__((noinline)) void leave_zeros_below();

/// The calling thread is inside a hook as long as this object lives.
class Entered {
 public:
  __attribute__((always_inline)) Entered() : watched_(watching) {
    watching = false;
    // The caller's frame ends above our return address and the saved frame pointer.
    execution->self().frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) + 2 * sizeof(void*);
  }
  __attribute__((always_inline)) ~Entered() {
    if (leaves_zeros) leave_zeros_below();
    watching = watched_;
  }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;

 private:
  bool watched_;
};

inline std::uintptr_t address_of(const volatile void* pointer) { return reinterpret_cast<std::uintptr_t>(pointer); }

/// What a function of a library does to the program's memory, where no compiler has told us: an access of the calling
/// thread, and a step where the variable is shared.
inline void note_access(const volatile void* pointer, std::size_t bytes, Kind kind, std::uintptr_t pc) {
  if (bytes != 0) execution->access(address_of(pointer), static_cast<std::uint32_t>(bytes), kind, pc);
}

/// The address of the call of the function in which this stands.
#define INTERLEAVE_CALLER (reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)))

}  // namespace interleave

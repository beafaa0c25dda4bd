// tools/interleave/runtime/symbol.hpp: in which function of the program an address lies. Slow: for failures only.
#pragma once

#include <cstdint>
#include <string>

namespace interleave {

/// The function's name as the linker knows it; empty where there is none.
std::string symbol_at(std::uintptr_t address);

/// Whether the program's innermost function on the calling thread's stack is a destructor of std::thread, or its
/// assignment: they call std::terminate() where the thread was not joined.
bool destroys_a_thread();

}  // namespace interleave

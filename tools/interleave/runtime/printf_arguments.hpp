// tools/interleave/runtime/printf_arguments.hpp: what printf() and its like read and write through their arguments.
#pragma once

#include <cstdarg>
#include <cstdint>

namespace interleave {

/// Notes the calling thread's reads of `format` and of the texts that go with its %s, and its writes by %n. Refuses by
/// name what it does not know: numbered arguments, as in %2$s, and conversions beyond the standard.
/// @param pc  of the call
void note_arguments(const char* format, va_list arguments, std::uintptr_t pc);

}  // namespace interleave

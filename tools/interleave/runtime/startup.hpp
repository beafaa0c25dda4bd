// tools/interleave/runtime/startup.hpp: what hooks must know of the time before main().
#pragma once

#include <string>

namespace interleave {

/// Whether constructors of the program's static objects run, in a program that is to be explored.
bool before_main();

/// The descriptor that the report goes to, which is none of the program's; -1 in a program that is not explored.
int record_descriptor();

/// Whether it is that one, and the program asks: what it wants with it is refused.
bool is_for_records(int descriptor);

/// Reports that the program is not supported, where there is no schedule yet, and ends the process.
[[noreturn]] void refuse_before_main(const std::string& text);

}  // namespace interleave

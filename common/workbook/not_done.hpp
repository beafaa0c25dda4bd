// common/workbook/not_done.hpp: what stands in a hole until the student fills it.
// Ends the whole program, so an empty hole is never mistaken for a wrong answer.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace workbook {

/// The exit code of a program that came to an empty hole.
inline constexpr int kExitNotDone = 3;

/// Says which hole is still empty and ends the program with kExitNotDone.
/// It does not throw: an exception that leaves a thread would end the program with the wrong story.
/// Any thread may call it; nothing that was printed before is lost.
/// @param hole  the hole's number as the exercise spells it, such as "03.1"
[[noreturn]] inline void not_done(const char* hole) {
  std::cout.flush();
  std::fflush(stdout);
  std::fprintf(stderr, "not done: hole %s is still empty\n", hole);
  std::_Exit(kExitNotDone);
}

}  // namespace workbook

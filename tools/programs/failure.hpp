// tools/programs/failure.hpp: how a command ends when it can't do what it was asked.
#pragma once

#include <stdexcept>

namespace workbook {

/// Exit codes of the command. A student's program that is run hands on its own.
inline constexpr int kExitGood = 0;
inline constexpr int kExitWrong = 1;
inline constexpr int kExitMisuse = 2;
inline constexpr int kExitNotDone = 3;
inline constexpr int kExitInconclusive = 4;
inline constexpr int kExitInterrupted = 130;  ///< as a shell has it of a program that Ctrl-C ended

/// One line that says what was got and what is wanted. The command prints it and exits with kExitMisuse.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace workbook

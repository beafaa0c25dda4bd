// tools/interleave/command/command.hpp: what `interleave run` does once its command line is understood.
#pragma once

#include "interleave/command/compile.hpp"
#include "interleave/command/explore.hpp"
#include "interleave/report/message.hpp"

#include <string>
#include <vector>

namespace interleave {

// Exit codes.
inline constexpr int kExitPassed = 0;
inline constexpr int kExitFails = 1;
inline constexpr int kExitMisuse = 2;  ///< or not supported, or our own fault
inline constexpr int kExitNotDone = 3;

/// A command line, understood.
struct Options {
  std::filesystem::path file;  ///< a source file, or a program
  std::string flags;           ///< for the compiler
  Request request;             ///< without the program
  std::string json;            ///< a file to write; empty: none; "-": standard output
  bool step = false;
  bool quiet = false;
  Again again;  ///< the same command without what is only about searching or showing
};

/// Somebody pressed Ctrl-C, or ended us in another way.
struct Interrupted {
  int signal = 0;
};

/// Compiles what needs it, explores, reports.
/// @return  an exit code
/// @throws workbook::Failure  where that can't be done
/// @throws Interrupted        once everything that was started is ended, and what was temporary is removed
int run(const Options& options, const Toolchain& toolchain);

}  // namespace interleave

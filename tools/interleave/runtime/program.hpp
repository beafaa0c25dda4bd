// tools/interleave/runtime/program.hpp: what the explored program has told the C library: its main(), and what is to
// run at its end.
#pragma once

#include <signal.h>

#include <array>
#include <functional>
#include <vector>

namespace interleave {

struct AtExit {
  void (*function)(void*) = nullptr;
  void* argument = nullptr;
};

struct Program {
  std::function<int()> run_main;
  std::vector<AtExit> at_exit;
  std::vector<void (*)(void*)> key_destructors;
  std::array<sighandler_t, NSIG> signal_handlers{};  ///< by the signal's number
};

/// By these the search learns that a schedule crashes, and which variables a schedule writes.
inline constexpr std::array kSignalsOfSearch{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGXFSZ};

/// Of the execution that runs now.
Program& program();

/// The body of every thread.
void run_thread();

/// The program ends itself: runs what was registered for its end, then ends the execution.
[[noreturn]] void end_process(int exit_code);

}  // namespace interleave

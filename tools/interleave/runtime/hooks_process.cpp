// tools/interleave/runtime/hooks_process.cpp: the ends of a process: exit(), abort(), a failed assertion, a signal.
#include "entered.hpp"
#include "program.hpp"
#include "real.hpp"
#include "symbol.hpp"

#include <cxxabi.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <string>
#include <typeinfo>
#include <utility>

namespace interleave {

Program& program() {
  static Program only_one;
  return only_one;
}

namespace {

void check_threads_are_joined() {
  for (int id = 1; id < execution->threads(); ++id) {
    const Thread& thread = execution->thread(id);
    if (thread.joined || thread.detached) continue;
    execution->fail("unjoined", "T" + std::to_string(id) + " was neither joined nor detached");
  }
}

[[noreturn]] void end_with(int exit_code) {
  if (exit_code != 0) {
    execution->fail(exit_code == 3 ? "not_done" : "wrong_result", "exit code " + std::to_string(exit_code), exit_code);
  }
  check_threads_are_joined();
  execution->finish(Ending::finished);
}

std::string describe_exception() {
  const std::type_info* const type = abi::__cxa_current_exception_type();
  int status = 0;
  char* const readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  std::string text = status == 0 ? readable : type->name();
  free(readable);
  try {
    throw;
  } catch (const std::exception& error) {
    text += std::string(": ") + error.what();
  } catch (...) {
  }
  return text;
}

}  // namespace

void end_process(int exit_code) {
  std::vector<AtExit>& at_exit = program().at_exit;
  while (!at_exit.empty()) {
    const AtExit last = at_exit.back();
    at_exit.pop_back();
    watching = true;
    last.function(last.argument);
    watching = false;
  }
  execution->step({.kind = Kind::process_exit});
  end_with(exit_code);
}

void on_terminate() {
  watching = false;
  if (abi::__cxa_current_exception_type() != nullptr) execution->fail("uncaught_exception", describe_exception());
  if (destroys_a_thread())
    execution->fail("unjoined", "a std::thread was destroyed that was neither joined nor detached");
  execution->fail("aborted", "std::terminate was called");
}

// Comes after every twentieth of a second of the program's time. Where nothing was called for a second, the program
// goes round in a loop that no other thread can end.
void on_alarm(int, siginfo_t*, void*) {
  constexpr int kOfASecond = 20;
  if (!watching || execution == nullptr || !execution->running()) return;
  watching = false;
  if (!execution->is_stuck(kOfASecond)) {
    watching = true;
    return;
  }
  execution->fail("livelock", "a loop ran for a second and looked at nothing that another thread could change");
}

void on_signal(int signal, siginfo_t* info, void*) {
  const bool watched = std::exchange(watching, false);  // to keep a page is no access of the program's
  if (signal == SIGSEGV && execution->snapshot().opens(address_of(info->si_addr))) {
    watching = watched;
    return;
  }
  if (!execution->running()) {
    ::signal(signal, SIG_DFL);
    return;
  }
  std::string text = std::string(sigabbrev_np(signal));
  if (signal == SIGSEGV || signal == SIGBUS) {
    char address[32];
    snprintf(address, sizeof address, " at address %p", info->si_addr);
    text += address;
  }
  execution->fail("crash", "SIG" + text);
}

}  // namespace interleave

using namespace interleave;

extern "C" {

void exit(int exit_code) {
  if (!watching) {
    INTERLEAVE_REAL(exit)(exit_code);
    __builtin_unreachable();
  }
  const Entered entered;
  end_process(exit_code);
}

void _exit(int exit_code) {
  if (!watching) {
    INTERLEAVE_REAL(_exit)(exit_code);
    __builtin_unreachable();
  }
  const Entered entered;
  execution->step({.kind = Kind::process_exit, .pc = INTERLEAVE_CALLER});
  end_with(exit_code);
}

void _Exit(int exit_code) noexcept { _exit(exit_code); }
void quick_exit(int exit_code) noexcept { _exit(exit_code); }

void abort() noexcept {
  if (!watching) {
    INTERLEAVE_REAL(abort)();
    __builtin_unreachable();
  }
  const Entered entered;
  execution->fail("aborted", "abort() was called");
}

void __assert_fail(const char* condition, const char* file, unsigned line, const char* function) noexcept {
  if (!watching) {
    INTERLEAVE_REAL(__assert_fail)(condition, file, line, function);
    __builtin_unreachable();
  }
  const Entered entered;
  execution->fail("assertion", condition);
}

int __cxa_atexit(void (*function)(void*), void* argument, void* module) noexcept {
  // The handle lies in what registers: a program without position-independent code lies low, and libraries lie high.
  // Their ends come when the real process ends.
  constexpr std::uintptr_t kEndOfLowMemory = std::uintptr_t{1} << 32;
  if (execution == nullptr || address_of(module) >= kEndOfLowMemory)
    return INTERLEAVE_REAL(__cxa_atexit)(function, argument, module);
  // Global objects register before main() begins, objects in functions later: both belong to the program.
  program().at_exit.push_back({function, argument});
  return 0;
}

}  // extern "C"

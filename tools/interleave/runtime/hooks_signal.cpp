// tools/interleave/runtime/hooks_signal.cpp: signals. A program that sends itself one that it has no handler for ends
// in this schedule, not in all of them. Handlers are noted and never run; those that the search lives on are refused.
#include "entered.hpp"
#include "program.hpp"
#include "real.hpp"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

using namespace interleave;

namespace {

bool is_ignored_by_default(int number) {
  constexpr std::array kIgnored{SIGCHLD, SIGURG, SIGWINCH, SIGCONT};
  return std::ranges::find(kIgnored, number) != kIgnored.end();
}

std::string name_of_signal(int number) {
  const char* const known = sigabbrev_np(number);
  return known == nullptr ? "signal " + std::to_string(number) : std::string("SIG") + known;
}

bool is_signal(int number) { return number > 0 && number < NSIG; }

bool is_of_search(int number) {
  return number == SIGVTALRM || std::ranges::find(kSignalsOfSearch, number) != kSignalsOfSearch.end();
}

// A signal that the program sends itself. Who has set a handler before decides what comes of it, so both are steps.
int receive(int number, std::uintptr_t pc) {
  if (number == 0) return 0;
  if (!is_signal(number)) return EINVAL;
  const Entered entered;
  const sighandler_t& handler = program().signal_handlers[static_cast<std::size_t>(number)];
  execution->step({.kind = Kind::atomic_read, .size = sizeof handler, .address = address_of(&handler), .pc = pc});
  if (handler == SIG_IGN || (handler == SIG_DFL && is_ignored_by_default(number))) return 0;
  if (handler == SIG_DFL) execution->fail("crash", name_of_signal(number) + ", sent by the program itself");
  execution->fail("unsupported", name_of_signal(number) + ": handlers of signals are not run");
}

// @return  the handler before
sighandler_t set_handler(int number, sighandler_t handler, std::uintptr_t pc) {
  const Entered entered;
  if (is_of_search(number))
    execution->fail("unsupported",
                    "a handler for " + name_of_signal(number) + ": the explorer needs this signal itself");
  sighandler_t& slot = program().signal_handlers[static_cast<std::size_t>(number)];
  execution->step({.kind = Kind::atomic_write, .size = sizeof slot, .address = address_of(&slot), .pc = pc});
  return std::exchange(slot, handler);
}

int send_to_process(pid_t process, int number, std::uintptr_t pc) {
  const bool to_itself = process == getpid() || process == 0 || process == -1 || process == -getpgrp();
  if (!to_itself) {
    const Entered entered;
    execution->fail("unsupported", "kill(): only one process is explored");
  }
  errno = receive(number, pc);
  return errno == 0 ? 0 : -1;
}

}  // namespace

extern "C" {

int kill(pid_t process, int number) noexcept {
  return watching ? send_to_process(process, number, INTERLEAVE_CALLER) : INTERLEAVE_REAL(kill)(process, number);
}

int killpg(pid_t group, int number) noexcept {
  return watching ? send_to_process(-group, number, INTERLEAVE_CALLER) : INTERLEAVE_REAL(killpg)(group, number);
}

int raise(int number) noexcept {
  return watching ? receive(number, INTERLEAVE_CALLER) : INTERLEAVE_REAL(raise)(number);
}

int pthread_kill(pthread_t thread, int number) noexcept {
  return watching ? receive(number, INTERLEAVE_CALLER) : INTERLEAVE_REAL(pthread_kill)(thread, number);
}

int sigaction(int number, const struct sigaction* action, struct sigaction* before) noexcept {
  if (!watching || action == nullptr || !is_signal(number)) return INTERLEAVE_REAL(sigaction)(number, action, before);
  const sighandler_t handler = set_handler(number, action->sa_handler, INTERLEAVE_CALLER);
  if (before != nullptr) *before = {};
  if (before != nullptr) before->sa_handler = handler;
  return 0;
}

sighandler_t signal(int number, sighandler_t handler) noexcept {
  if (!watching || !is_signal(number)) return INTERLEAVE_REAL(signal)(number, handler);
  return set_handler(number, handler, INTERLEAVE_CALLER);
}

// Nothing comes that could be held back, and what the search lives on must not be.
int pthread_sigmask(int how, const sigset_t* set, sigset_t* before) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_sigmask)(how, set, before);
  if (before != nullptr) sigemptyset(before);
  return 0;
}

int sigprocmask(int how, const sigset_t* set, sigset_t* before) noexcept {
  return watching ? pthread_sigmask(how, set, before) : INTERLEAVE_REAL(sigprocmask)(how, set, before);
}

// The sleepers behind our own threads call this, too.
int pause() {
  if (!watching || !execution->snapshot().is_in_program(INTERLEAVE_CALLER)) return INTERLEAVE_REAL(pause)();
  const Entered entered;
  execution->fail("unsupported", "pause(): handlers of signals are not run");
}

int sigwait(const sigset_t* set, int* number) {
  if (!watching) return INTERLEAVE_REAL(sigwait)(set, number);
  const Entered entered;
  execution->fail("unsupported", "sigwait(): signals are not modelled");
}

int sigsuspend(const sigset_t* set) {
  if (!watching) return INTERLEAVE_REAL(sigsuspend)(set);
  const Entered entered;
  execution->fail("unsupported", "sigsuspend(): signals are not modelled");
}

}  // extern "C"

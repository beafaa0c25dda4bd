// tests/06_processes/scenarios.cpp: what integrate_in_processes() is put through, and what it leaves behind.
#include <exercise.hpp>

#include "judge/processes.hpp"
#include "judge/subject/serve.hpp"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace {

// The orders and refusals that the system is free to choose, chosen here so that nothing is left to luck.
std::atomic<int> starts = 0;
std::atomic<int> refused_start = -1;     // the one that the system refuses, counted from 0; -1: none
std::atomic<pid_t> killed_just_now = 0;  // is not dead yet when it is asked for the first time

std::mutex mutex;
// mutex must be held to touch these:
std::vector<pid_t> killed;  // all that SIGKILL was sent to

bool refuses_this_start() { return starts++ == refused_start; }

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int open_descriptors() {
  const std::filesystem::directory_iterator first("/proc/self/fd");
  return static_cast<int>(std::distance(first, std::filesystem::directory_iterator()));
}

// A killed process may take a moment to end. Only then can be told whether anybody reaps it.
void wait_for_the_killed() {
  const std::scoped_lock hold(mutex);
  for (const pid_t pid : killed) {
    for (int looks = 0; looks < 2000 && !judge::ended(pid); ++looks) usleep(1000);
  }
}

void tell_what_is_left(judge::Facts& told) {
  wait_for_the_killed();
  int running = 0;
  int unreaped = 0;
  for (const judge::Process& process : judge::processes()) {
    const bool ours = process.parent == getpid() || process.group == getpgrp();
    if (!ours || process.id == getpid()) continue;
    if (process.state != 'Z') ++running;
    if (process.state == 'Z' && process.parent == getpid()) ++unreaped;
  }
  told.set("running", running);
  told.set("unreaped", unreaped);
}

void call_once(const judge::Facts& asked, judge::Facts& told) {
  try {
    told.set("result", integrate_in_processes(asked.number("a"), asked.number("b"), asked.whole("strips"),
                                              asked.count("workers"), asked.text("program")));
  } catch (const std::invalid_argument& error) {
    told.set("refused", error.what());
  } catch (const std::runtime_error& error) {
    told.set("failed", std::string_view(error.what()).substr(0, 4000));
  }
}

void call(const judge::Facts& asked, judge::Facts& told) {
  // Somebody else in this program takes care of it, as any program with pipes should.
  signal(SIGPIPE, SIG_IGN);
  if (asked.has("refused_start")) refused_start = asked.count("refused_start");
  call_once(asked, told);
  tell_what_is_left(told);
  told.set("starts", starts.load());
}

// What the first call leaves open for good, such as a library's own file, is no leak.
void call_twice(const judge::Facts& asked, judge::Facts& told) {
  signal(SIGPIPE, SIG_IGN);
  call_once(asked, told);
  const int before = open_descriptors();
  call_once(asked, told);
  told.set("leaked", open_descriptors() - before);
}

}  // namespace

extern "C" {

pid_t fork() {
  static const auto really = real<decltype(fork)>("fork");
  if (!refuses_this_start()) return really();
  errno = EAGAIN;
  return -1;
}

int posix_spawn(pid_t* pid, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const arguments[], char* const environment[]) {
  static const auto really = real<decltype(posix_spawn)>("posix_spawn");
  return refuses_this_start() ? EAGAIN : really(pid, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t* pid, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const arguments[], char* const environment[]) {
  static const auto really = real<decltype(posix_spawnp)>("posix_spawnp");
  return refuses_this_start() ? EAGAIN : really(pid, file, actions, attributes, arguments, environment);
}

int kill(pid_t pid, int number) {
  static const auto really = real<decltype(kill)>("kill");
  if (number != 0) killed_just_now = pid;
  if (number == SIGKILL && pid > 0) {
    const std::scoped_lock hold(mutex);
    killed.push_back(pid);
  }
  return really(pid, number);
}

// A signal takes its time. Who kills and only glances at the process, without waiting, must not count on the glance.
pid_t waitpid(pid_t pid, int* status, int options) {
  static const auto really = real<decltype(waitpid)>("waitpid");
  pid_t expected = pid;
  if ((options & WNOHANG) != 0 && pid > 0 && killed_just_now.compare_exchange_strong(expected, 0)) return 0;
  return really(pid, status, options);
}

}  // extern "C"

int main() { return judge::serve({{"call", call}, {"call_twice", call_twice}}); }

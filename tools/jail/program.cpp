// tools/jail/program.cpp: see program.hpp.
#include "jail/program.hpp"

#include "jail/control.hpp"
#include "jail/limits.hpp"
#include "jail/system_call.hpp"
#include "jail/system_calls.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>

namespace jail {

namespace {

// How it began shall depend on nobody who started us.
void forget_how_we_were_started() {
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  umask(S_IWGRP | S_IWOTH);
}

void prepare(const Becoming& becoming) {
  forget_how_we_were_started();
  setsid();  // Fails only where it has one already.
  checked(chdir(becoming.folder.c_str()), becoming.folder);
  checked(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
  // Set again, because a change of the user takes it back.
  checked(prctl(PR_SET_PDEATHSIG, SIGKILL), "PR_SET_PDEATHSIG");
  enter_limits(becoming.job.limits, becoming.has_own_uid);
  if (becoming.landlock != nullptr) becoming.landlock->enter();
  if (becoming.filtered) refuse_system_calls();
}

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

void become_program(const Becoming& becoming) {
  const std::vector<std::string>& command = becoming.job.command;
  std::string reason;
  try {
    // Before descriptors are few.
    close_all_but(becoming.job.kept_descriptors);
    prepare(becoming);
    send_control(becoming.control, kReady);
    execute(command, environment_for(becoming.job, becoming.folder));
    reason = "cannot start " + command.front() + ": " + std::strerror(errno);
  } catch (const std::exception& error) {
    reason = error.what();
  }
  send_control(becoming.control, kFault + reason);
  _exit(1);
}

std::vector<std::string> environment_for(const Job& job, const std::string& folder) {
  std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder,
                                       "TMPDIR=" + folder};
  for (const std::string& entry : job.environment) {
    if (entry.find('=') != std::string::npos) {
      environment.push_back(entry);
    } else if (const char* const value = std::getenv(entry.c_str())) {
      environment.push_back(entry + '=' + value);
    }
  }
  return environment;
}

void close_all_but(std::vector<int> kept) {
  std::ranges::sort(kept);
  unsigned first = 3;
  for (const int descriptor : kept) {
    const auto number = static_cast<unsigned>(descriptor);
    if (number < first) continue;
    if (number > first) checked(close_range(first, number - 1, CLOSE_RANGE_CLOEXEC), "close_range");
    first = number + 1;
  }
  checked(close_range(first, ~0U, CLOSE_RANGE_CLOEXEC), "close_range");
}

void execute(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  execve(command.front().c_str(), pointers_to(command).data(), pointers_to(environment).data());
}

}  // namespace jail

// tools/jail/family.cpp: see family.hpp.
#include "jail/family.hpp"

#include "jail/throwaway_uid.hpp"
#include "judge/processes.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <map>
#include <string>

namespace jail {

namespace {

std::string folder_of(pid_t process) { return "/proc/" + std::to_string(process); }

bool has_ended(const judge::Process& process) { return process.state == 'Z' || process.state == 'X'; }

std::uint64_t resident_bytes_of(pid_t process) {
  std::ifstream statm(folder_of(process) + "/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  statm >> size >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// One call, and no process of the user has a moment left to start another. Who calls it is spared, and ends by itself.
void kill_everything_of(uid_t uid) {
  const pid_t killer = fork();
  if (killer == 0) {
    try {
      become_user(uid);
      kill(-1, SIGKILL);
    } catch (const std::exception&) {
    }
    _exit(0);
  }
  if (killer > 0) waitpid(killer, nullptr, 0);
}

struct Reaped {
  int killed = 0;    // of those reaped now
  bool all = false;  // there are no children any more, and so no descendants: each has an ancestor among our children
};

Reaped reap_the_dead() {
  Reaped reaped;
  int status = 0;
  pid_t child = 0;
  while ((child = waitpid(-1, &status, WNOHANG)) > 0) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) ++reaped.killed;
  }
  reaped.all = child < 0;
  return reaped;
}

}  // namespace

std::vector<pid_t> descendants_of(pid_t ancestor) {
  std::multimap<pid_t, judge::Process> children;
  for (const judge::Process& process : judge::processes()) children.emplace(process.parent, process);
  std::vector<pid_t> found;
  std::vector<pid_t> to_visit{ancestor};
  while (!to_visit.empty()) {
    const auto [first, last] = children.equal_range(to_visit.back());
    to_visit.pop_back();
    for (auto child = first; child != last; ++child) {
      // A process whose first thread has ended looks dead, and may have others.
      to_visit.push_back(child->second.id);
      if (!has_ended(child->second) || judge::threads_of(child->second.id).size() > 1)
        found.push_back(child->second.id);
    }
  }
  return found;
}

std::uint64_t resident_bytes_of_descendants(pid_t ancestor) {
  std::uint64_t sum = 0;
  for (const pid_t process : descendants_of(ancestor)) sum += resident_bytes_of(process);
  return sum;
}

bool runs_something(uid_t uid) {
  // The line has four numbers; the first is the one that limits and signals go by. The owner of the folder need not be
  // the same: a process can hide behind root there.
  return std::ranges::any_of(judge::processes(), [uid](const judge::Process& process) {
    const std::string uids = judge::status_of(folder_of(process.id), "Uid");
    return !uids.empty() && std::stoul(uids) == uid;
  });
}

std::optional<int> sweep(std::optional<uid_t> uid) {
  constexpr std::chrono::seconds kPatience{10};
  constexpr timespec kPause{0, 1'000'000};
  const auto end = std::chrono::steady_clock::now() + kPatience;
  int ended = 0;
  for (bool all = reap_the_dead().all; !all;) {
    if (std::chrono::steady_clock::now() >= end) return std::nullopt;
    if (uid) kill_everything_of(*uid);
    for (const pid_t process : descendants_of(getpid())) kill(process, SIGKILL);
    nanosleep(&kPause, nullptr);
    const Reaped reaped = reap_the_dead();
    ended += reaped.killed;
    all = reaped.all;
  }
  return ended;
}

}  // namespace jail

// tools/judge/parent/standstill.cpp: see standstill.hpp.
#include "judge/parent/standstill.hpp"

#include "judge/processes.hpp"

#include <linux/futex.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

namespace judge {

namespace {

// A call that a thread is in, as the kernel tells it: its number and its arguments.
struct Call {
  long number = -1;
  std::array<std::uint64_t, 6> arguments{};
};

// Nothing where the thread runs, or where we are not told.
std::optional<Call> call_in(const std::string& text) {
  std::istringstream words(text);
  Call call;
  words >> call.number >> std::hex;
  for (std::uint64_t& argument : call.arguments) {
    std::string word;  // such as 0x7f
    if (!(words >> word)) return std::nullopt;
    argument = std::stoull(word, nullptr, 16);
  }
  return call;
}

std::string target_of(const std::string& link) {
  std::error_code gone;
  return std::filesystem::read_symlink(link, gone).string();
}

// Whatever we have an end of, somebody outside the group may write or read.
bool we_hold(const std::string& pipe) {
  std::error_code gone;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", gone)) {
    if (target_of(entry.path()) == pipe) return true;
  }
  return false;
}

bool is_a_pipe_of_its_own(pid_t process, std::uint64_t descriptor) {
  const std::string target = target_of("/proc/" + std::to_string(process) + "/fd/" + std::to_string(descriptor));
  return target.starts_with("pipe:") && !we_hold(target);
}

bool waits_without_limit(const Call& futex) {
  constexpr std::uint64_t kTimeout = 3;  // which argument
  const auto operation = static_cast<int>(futex.arguments[1]) & FUTEX_CMD_MASK;
  const bool waits = operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET || operation == FUTEX_LOCK_PI;
  return waits && futex.arguments[kTimeout] == 0;
}

// Whether only somebody else can end this call, and nobody outside the group.
bool waits_for_the_group(pid_t process, const Call& call) {
  switch (call.number) {
    case SYS_futex:
      return waits_without_limit(call);
    case SYS_wait4:
      return (call.arguments[2] & WNOHANG) == 0;
    case SYS_waitid:
      return (call.arguments[3] & WNOHANG) == 0;
    case SYS_read:
    case SYS_write:
      return is_a_pipe_of_its_own(process, call.arguments[0]);
#ifdef SYS_pause
    case SYS_pause:
      return true;
#endif
    default:
      return false;
  }
}

// A handler may be called at any time: by an alarm, a timer, a file. Those for a thread's own faults and the thread
// library's own signals are not.
bool handles_signals(pid_t process) {
  constexpr std::array kOwn{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, 32, 33};
  const std::string text = status_of("/proc/" + std::to_string(process), "SigCgt");
  if (text.empty()) return true;
  std::uint64_t handled = std::stoull(text, nullptr, 16);
  for (const int number : kOwn) handled &= ~(std::uint64_t{1} << (number - 1));
  return handled != 0;
}

// A process may live on though its first thread, by whose state the process is listed, has ended.
bool has_ended(pid_t process, pid_t thread) {
  const char state = state_of(process, thread);
  return state == 'Z' || state == 'X';
}

bool lives(pid_t process) {
  return !std::ranges::all_of(threads_of(process), [&](pid_t thread) { return has_ended(process, thread); });
}

// Whether a process that the group started has left it, and may still wake somebody.
bool somebody_left_the_group(const std::vector<Process>& all, pid_t group, pid_t adopter) {
  std::set<pid_t> starters{adopter};
  for (const Process& process : all) {
    if (process.group == group) starters.insert(process.id);
  }
  return std::ranges::any_of(all, [&](const Process& process) {
    return process.group != group && starters.contains(process.parent) && lives(process.id);
  });
}

}  // namespace

bool Standstill::look() {
  std::optional<std::vector<Waiter>> now = waiters();
  const bool proved = now && before_ == now;
  before_ = std::move(now);
  return proved;
}

std::optional<std::vector<Standstill::Waiter>> Standstill::waiters() const {
  const std::vector<Process> all = processes();
  if (somebody_left_the_group(all, group_, adopter_)) return std::nullopt;
  std::vector<Waiter> found;
  for (const Process& process : all) {
    if (process.group != group_ || !lives(process.id)) continue;
    if (handles_signals(process.id)) return std::nullopt;
    for (const pid_t thread : threads_of(process.id)) {
      if (has_ended(process.id, thread)) continue;
      std::optional<Waiter> one = waiter(process.id, thread);
      if (!one) return std::nullopt;
      found.push_back(std::move(*one));
    }
  }
  if (found.empty()) return std::nullopt;
  std::ranges::sort(found, {}, &Waiter::thread);
  return found;
}

// The count is read after the call: where both are found again, the thread has waited from the one count to the other
// call without a break.
std::optional<Standstill::Waiter> Standstill::waiter(pid_t process, pid_t thread) {
  if (state_of(process, thread) != 'S') return std::nullopt;
  const std::string folder = "/proc/" + std::to_string(process) + "/task/" + std::to_string(thread);
  Waiter found;
  found.thread = thread;
  std::ifstream file(folder + "/syscall");
  std::getline(file, found.call);
  const std::optional<Call> call = call_in(found.call);
  if (!call || !waits_for_the_group(process, *call)) return std::nullopt;
  found.switches = status_of(folder, "voluntary_ctxt_switches");
  if (found.switches.empty()) return std::nullopt;
  return found;
}

}  // namespace judge

// tools/programs/running_program.cpp: see running_program.hpp.
#include "programs/running_program.hpp"

#include "programs/failure.hpp"

#include <workbook/process.hpp>

#include <fmt/core.h>

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <vector>

namespace workbook {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTimeToEnd{2'000};
constexpr std::chrono::milliseconds kTimeToDie{10'000};
constexpr std::size_t kLongestLine = 8192;

// Runs in the new process, between fork and exec.
void enter_own_group(pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(1);  // The parent died before the line above took effect.
  // Signals that we hold back are none of the program's business.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

int open_end_event(pid_t process) { return static_cast<int>(syscall(SYS_pidfd_open, process, 0)); }

// Our children, those included that have ended and are not reaped. None where the kernel does not tell.
std::vector<pid_t> children() {
  std::vector<pid_t> all;
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", gone)) {
    std::ifstream list(thread.path() / "children");
    for (pid_t child = 0; list >> child;) all.push_back(child);
  }
  return all;
}

void wait_for_end(pid_t process, Clock::time_point limit) {
  const int event = open_end_event(process);
  if (event < 0) return;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now());
  pollfd source{event, POLLIN, 0};
  poll(&source, 1, static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0)));
  close(event);
}

}  // namespace

RunningProgram::RunningProgram(const Command& command) {
  const auto fail_to_start = [&](const std::string& reason) {
    throw Failure(fmt::format("cannot start {}: {}", command.program.string(), reason));
  };
  // Boost.Process 1.74 leaves a zombie behind where exec itself fails, so look first.
  if (access(command.program.c_str(), X_OK) != 0) fail_to_start(std::strerror(errno));
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  // Ours alone: a program that fills its pipe must wait, and not be told to come back later.
  fcntl(output_.reader(), F_SETFL, O_NONBLOCK);
  const pid_t parent = getpid();
  std::error_code error;
  bp::child child(
      bp::exe = command.program.string(), bp::args = command.arguments, bp::std_in < bp::null,
      bp::posix::fd.bind(1, output_.writer()), bp::posix::fd.bind(2, output_.writer()), error,
      bp::extend::on_exec_setup = [&](auto&) { enter_own_group(parent); });
  if (error) fail_to_start(error.message());
  pid_ = child.id();
  child.detach();       // From here on we wait for it ourselves.
  setpgid(pid_, pid_);  // Whichever of the two comes first.
  output_.close_writer();
  end_event_ = open_end_event(pid_);
}

RunningProgram::~RunningProgram() {
  finish([](const std::string&) {});
  if (end_event_ >= 0) close(end_event_);
}

bool RunningProgram::read_some(const std::function<void(const std::string&)>& on_line) {
  if (!output_open_) return false;
  std::string bytes(65536, '\0');
  const ssize_t count = read(output_.reader(), bytes.data(), bytes.size());
  if (count < 0) return false;
  if (count == 0) {
    output_open_ = false;
    return false;
  }
  bytes.resize(static_cast<std::size_t>(count));
  take(bytes, on_line);
  return true;
}

void RunningProgram::take(const std::string& bytes, const std::function<void(const std::string&)>& on_line) {
  for (const char byte : bytes) {
    if (byte != '\n') unfinished_line_ += byte;
    if (byte != '\n' && unfinished_line_.size() < kLongestLine) continue;
    on_line(unfinished_line_);
    unfinished_line_.clear();
  }
}

bool RunningProgram::ended() const {
  pollfd source{end_event_, POLLIN, 0};
  return status_ || poll(&source, 1, 0) > 0;
}

void RunningProgram::reap() {
  int status = 0;
  for (pid_t child = waitpid(-1, &status, WNOHANG); child > 0; child = waitpid(-1, &status, WNOHANG)) {
    if (child == pid_) status_ = status;
  }
}

bool RunningProgram::all_end_within(std::chrono::milliseconds time, int signal) {
  const Clock::time_point limit = Clock::now() + time;
  std::set<pid_t> told;
  if (!status_) kill(-pid_, signal);
  while (true) {
    reap();
    const std::vector<pid_t> left = children();
    if (left.empty()) return status_.has_value();
    if (Clock::now() >= limit) return false;
    // Those that lead a group of their own have it end with them, as far as it is still theirs.
    for (const pid_t child : left) {
      if (!told.insert(child).second) continue;
      kill(child, signal);
      if (getpgid(child) == child) kill(-child, signal);
    }
    wait_for_end(left.front(), limit);
  }
}

int RunningProgram::finish(const std::function<void(const std::string&)>& on_line) {
  // A program that has ended by itself keeps its end, also where others of its group are still there.
  reap();
  if (!all_end_within(kTimeToEnd, SIGTERM)) all_end_within(kTimeToDie, SIGKILL);
  if (!status_) {  // the kernel does not list our children
    kill(-pid_, SIGKILL);
    int status = 0;
    waitpid(pid_, &status, 0);
    status_ = status;
  }
  while (read_some(on_line)) {
  }
  if (!unfinished_line_.empty()) on_line(std::exchange(unfinished_line_, ""));
  return WIFSIGNALED(*status_) ? 128 + WTERMSIG(*status_) : WEXITSTATUS(*status_);
}

}  // namespace workbook

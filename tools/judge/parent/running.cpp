// tools/judge/parent/running.cpp: see running.hpp.
#include "judge/parent/running.hpp"

#include "interleave/command/limit.hpp"
#include "judge/processes.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

namespace judge {

namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

int checked(int result, const char* what) {
  if (result < 0) fail(what);
  return result;
}

struct Pair {
  Descriptor ours;
  Descriptor theirs;
};

Pair make_channel() {
  int ends[2];
  checked(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), "socketpair");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Pair make_output() {
  int ends[2];
  checked(pipe2(ends, O_CLOEXEC), "pipe2");
  Pair pair{Descriptor(ends[0]), Descriptor(ends[1])};
  // Ours alone: a program that fills its pipe must wait, and not be told to come back later.
  checked(fcntl(pair.ours.get(), F_SETFL, O_NONBLOCK), "fcntl");
  return pair;
}

// Judges that run side by side choose different ones, more often than not.
void keep_on_one_cpu() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  int to_pass_over = getpid() % CPU_COUNT(&allowed);
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed) || to_pass_over-- > 0) continue;
    CPU_ZERO(&allowed);
    CPU_SET(cpu, &allowed);
    sched_setaffinity(0, sizeof allowed, &allowed);
    return;
  }
}

// Runs in the new process, between fork and exec.
void enter_own_group(pid_t judge) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != judge) _exit(1);  // The judge died before the line above took effect.
}

// Nothing of the judge's environment reaches a subject but what programs need, and the sanitizers' settings.
bp::environment plain_environment() {
  const auto ours = boost::this_process::environment();
  bp::environment plain;
  for (const char* const name :
       {"PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "TSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (ours.count(name) != 0) plain[name] = ours.at(name).to_string();
  }
  plain["LANG"] = "C.UTF-8";
  return plain;
}

void check_runnable(const std::filesystem::path& program) {
  if (access(program.c_str(), X_OK) != 0) fail("access");
}

// Where exec fails, Boost.Process 1.74 forgets its child, which ends by itself at once.
void reap_the_one_that_never_ran() {
  while (waitpid(-1, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::chrono::milliseconds time_in(const timeval& time) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                               std::chrono::microseconds(time.tv_usec));
}

End end_from(int status, const rusage& used) {
  const std::chrono::milliseconds cpu = time_in(used.ru_utime) + time_in(used.ru_stime);
  if (WIFSIGNALED(status)) return {.signal = WTERMSIG(status), .cpu = cpu};
  return {.code = WEXITSTATUS(status), .cpu = cpu};
}

// One look may fall into the moment between two threads that wake each other; so many, in a row, don't.
constexpr int kLooks = 5;
constexpr timespec kBetweenLooks{0, 20'000'000};

// The group that a signal to the judge has to end, too; 0 where there is none. And by which signal.
volatile sig_atomic_t group_to_end = 0;
volatile sig_atomic_t ends_it = SIGKILL;

void end_group_and_self(int signal_number) {
  if (group_to_end != 0) kill(-static_cast<pid_t>(group_to_end), ends_it);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void end_group_with_us(pid_t group, int by) {
  ends_it = by;
  group_to_end = group;
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) signal(signal_number, end_group_and_self);
}

// The jail puts the subject under the same limits, and would take others of its own where none are named.
std::vector<std::string> jail_options(const Limits& limits) {
  constexpr std::chrono::seconds kAfterOurOwn{10};  // We are the ones to say that it was late.
  const auto wall = std::chrono::duration_cast<std::chrono::seconds>(limits.deadline) + kAfterOurOwn;
  std::vector<std::string> words;
  const auto add = [&](const char* name, std::uint64_t value) {
    words.insert(words.end(), {name, std::to_string(value)});
  };
  add("--wall", static_cast<std::uint64_t>(wall.count()));
  add("--cpu", static_cast<std::uint64_t>(limits.cpu.count()));
  add("--memory", limits.memory_bytes);
  add("--file-size", limits.file_bytes);
  add("--processes", limits.processes);
  add("--descriptors", limits.descriptors);
  add("--keep-fd", kPrivateDescriptor);
  for (const char* const name : {"TSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    words.insert(words.end(), {"--env", name});
  }
  return words;
}

}  // namespace

void enter_limits(const Limits& limits) {
  using interleave::limit;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.cpu.count()));
  if (limits.memory_bytes != 0) limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_NPROC, limits.processes);
  limit(RLIMIT_STACK, limits.stack_bytes);
  limit(RLIMIT_NOFILE, limits.descriptors);
  if (limits.one_cpu) keep_on_one_cpu();
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Running::Running(const std::filesystem::path& program, const Limits& limits, const std::vector<std::string>& jail) {
  check_runnable(program);
  // Orphans of the subject become our children, so that they can be reaped.
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  Pair channel = make_channel();
  Pair output = make_output();
  std::vector<std::string> command{program.string()};
  if (!jail.empty()) {
    watch_ = std::make_unique<jail::Watch>();
    command = jail::Watch::command(jail, jail_options(limits), command);
  }
  start(command, output.theirs.get(), channel.theirs.get(), limits);
  end_event_ = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
  channel_ = std::move(channel.ours);
  output_ = std::move(output.ours);
  if (end_event_.get() < 0) {
    const int reason = errno;
    finish();
    throw std::system_error(reason, std::generic_category(), "pidfd_open");
  }
  note_who_runs();
}

void Running::start(const std::vector<std::string>& command, int output, int channel, const Limits& limits) {
  const std::vector<std::string> arguments(command.begin() + 1, command.end());
  const int report = watch_ ? watch_->writer() : -1;
  const pid_t judge = getpid();
  std::error_code error;
  bp::child child(
      bp::exe = command.front(), bp::args = arguments, plain_environment(), bp::std_in < bp::null,
      bp::posix::fd.bind(1, output), bp::posix::fd.bind(2, output), bp::posix::fd.bind(kPrivateDescriptor, channel),
      error, bp::extend::on_exec_setup = [&](auto&) {
        if (report >= 0) dup2(report, jail::kReportDescriptor);
        enter_own_group(judge);
        enter_limits(limits);
      });
  if (error) {
    reap_the_one_that_never_ran();
    throw std::system_error(error, "start");
  }
  pid_ = child.id();
  end_group_with_us(pid_, watch_ ? jail::kEndingSignal : SIGKILL);
  child.detach();  // From here on we wait for it ourselves: Boost can't wait for a process and a pipe together.
}

void Running::note_who_runs() {
  group_ = pid_;
  adopter_ = getpid();
  if (!watch_) return;
  watch_->close_writer();
  try {
    const jail::Started started = watch_->wait_for_start();
    group_ = started.process;
    adopter_ = started.parent;
  } catch (const std::exception& fault) {
    finish();
    throw JailFault(fault.what());
  }
}

Running::~Running() { finish(); }

Pace Running::pace() const {
  Pace pace = look();
  for (int i = 1; i < kLooks && pace.blocked; ++i) {
    nanosleep(&kBetweenLooks, nullptr);
    pace = look();
  }
  return pace;
}

Pace Running::look() const {
  Pace pace{std::chrono::milliseconds(0), true};
  // A subject that sleeps until a process of its own has done its work is not blocked: that one is still at it.
  for (const Process& process : processes()) {
    if (process.group != group_) continue;
    pace.cpu += cpu_of(process.id);
    pace.blocked = pace.blocked && asleep(process.id);
  }
  return pace;
}

End Running::finish() {
  if (end_) return *end_;
  // Before the subject itself is reaped, so that its number can't belong to somebody else yet. A subject that has
  // ended by itself keeps the end it had.
  kill(-pid_, watch_ ? jail::kEndingSignal : SIGKILL);
  int status = 0;
  rusage used{};
  while (wait4(pid_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  end_ = end_from(status, used);
  while (waitpid(-pid_, nullptr, 0) > 0) {
  }
  group_to_end = 0;
  if (watch_) end_->fault = watch_->fault();
  return *end_;
}

}  // namespace judge

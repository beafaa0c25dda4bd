// tools/workbook/doctor/kernel.cpp: what the kernel lets our processes do. Source: the man pages of section 2.
#include "doctor/probes.hpp"

#include <fmt/core.h>

#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>

namespace workbook {

namespace {

constexpr unsigned kProbeSeconds = 5;
constexpr rlim_t kDescriptors = 256;  // that the judge gives an answer; see Limits in tools/judge/parent/subject.hpp

std::string first_word(const std::string& file) {
  std::ifstream in(file);
  std::string word;
  in >> word;
  return word;
}

// A process that only waits, for others to look at.
class Sleeper {
 public:
  Sleeper() : id_(fork()) {
    if (id_ != 0) return;
    alarm(kProbeSeconds);
    while (true) pause();
  }
  ~Sleeper() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  Sleeper(const Sleeper&) = delete;
  Sleeper& operator=(const Sleeper&) = delete;

  pid_t id() const { return id_; }

 private:
  pid_t id_;
};

// Whoever may use more than `bytes` of address space under that limit is under no limit.
int probe_memory_limit() {
  const rlimit limit{64U << 20, 64U << 20};
  if (setrlimit(RLIMIT_AS, &limit) != 0) return errno;
  void* const much = mmap(nullptr, 256U << 20, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return much == MAP_FAILED ? 0 : ENOTSUP;
}

}  // namespace

int in_a_process(const std::function<int()>& probe) {
  const pid_t child = fork();
  if (child < 0) return errno;
  if (child == 0) {
    alarm(kProbeSeconds);
    _exit(probe());
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : EINTR;
}

Finding probe_standstill() {
  Finding finding{"/proc/PID/syscall", NeededBy::student, Health::works, "readable", "telling a hang at once"};
  const Sleeper sleeper;
  if (!first_word(fmt::format("/proc/{}/syscall", sleeper.id())).empty()) return finding;
  finding.health = Health::limited;
  finding.found = "not readable: a hang is told only when its time is over";
  finding.mend = "none from inside; a container needs the right from whoever starts it (SYS_PTRACE)";
  return finding;
}

Finding probe_ptrace() {
  const std::string scope = first_word("/proc/sys/kernel/yama/ptrace_scope");
  Finding finding{"ptrace", NeededBy::instructor, Health::works, scope.empty() ? "" : "ptrace_scope " + scope,
                  "debuggers"};
  const int error = in_a_process([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : errno; });
  if (error == 0) return finding;
  finding.health = Health::missing;
  finding.found = std::strerror(error);
  finding.mend = scope == "3" ? "none: this kernel forbids it until it is started anew"
                              : "none from inside; a container needs the right from whoever starts it (SYS_PTRACE)";
  return finding;
}

Finding probe_limits() {
  Finding finding{"resource limits", NeededBy::student, Health::works, "", "stopping what takes too much"};
  rlimit descriptors{};
  getrlimit(RLIMIT_NOFILE, &descriptors);
  const int error = in_a_process(probe_memory_limit);
  if (error != 0) {
    finding.health = Health::missing;
    finding.found = fmt::format("a limit of memory does not hold: {}", std::strerror(error));
    finding.mend = "none from inside; ask whoever runs this machine";
  } else if (descriptors.rlim_max < kDescriptors) {
    finding.health = Health::missing;
    finding.found = fmt::format("{} open files at most, wanted {}", descriptors.rlim_max, kDescriptors);
    finding.mend = fmt::format("ulimit -n {}   (as root, before ./workbook)", kDescriptors);
  } else if (geteuid() == 0) {
    finding.health = Health::limited;
    finding.found = "as root, the limit of processes does not hold";
    finding.mend = "run ./workbook as another user";
  } else {
    finding.found = "they hold";
  }
  return finding;
}

}  // namespace workbook

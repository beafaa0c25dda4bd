// tools/workbook/doctor/kernel.cpp: what the kernel lets our processes do. Sources: the man pages of section 2, and the
// kernel's Documentation/userspace-api/landlock.rst.
#include "doctor/probes.hpp"

#include <fmt/core.h>

#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
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

int enter_namespaces() {
  // As root of the machine it would say nothing about what a user may do.
  constexpr uid_t kNobody = 65534;
  if (getuid() == 0 && (setresgid(kNobody, kNobody, kNobody) != 0 || setresuid(kNobody, kNobody, kNobody) != 0)) {
    return errno;
  }
  return unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET) == 0 ? 0 : errno;
}

// Has the kernel refuse one harmless call, and makes it.
int refuse_a_call() {
  sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{sizeof rules / sizeof *rules, rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return errno;
  return syscall(SYS_getppid) == -1 && errno == EPERM ? 0 : ENOTSUP;
}

// The switches by which systems forbid user namespaces, and what switches them on.
std::string mend_for_namespaces() {
  if (first_word("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1") {
    return as_root("sysctl kernel.apparmor_restrict_unprivileged_userns=0");
  }
  if (first_word("/proc/sys/kernel/unprivileged_userns_clone") == "0") {
    return as_root("sysctl kernel.unprivileged_userns_clone=1");
  }
  return "none from inside; a container needs the right from whoever starts it";
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

Finding probe_namespaces() {
  Finding finding{"user namespaces", NeededBy::instructor, Health::works, "unshare works",
                  "shutting strangers' programs in (nothing does so yet)"};
  const int error = in_a_process(enter_namespaces);
  if (error == 0) return finding;
  finding.health = Health::missing;
  finding.found = std::strerror(error);
  finding.mend = mend_for_namespaces();
  return finding;
}

Finding probe_landlock() {
  Finding finding{"Landlock", NeededBy::instructor, Health::works, "", "the same, without user namespaces"};
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version > 0) {
    finding.found = fmt::format("version {}", version);
    return finding;
  }
  finding.health = Health::missing;
  finding.found = std::strerror(errno);
  finding.mend = "none from inside; it takes a kernel of 5.13 or later, started with lsm=landlock,...";
  return finding;
}

Finding probe_seccomp() {
  Finding finding{"seccomp", NeededBy::instructor, Health::works, "a filter holds", "the same, by refusing calls"};
  const int error = in_a_process(refuse_a_call);
  if (error == 0) return finding;
  finding.health = Health::missing;
  finding.found = std::strerror(error);
  finding.mend = "none from inside; it takes a kernel that is built with seccomp";
  return finding;
}

}  // namespace workbook

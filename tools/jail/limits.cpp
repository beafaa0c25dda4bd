// tools/jail/limits.cpp: see limits.hpp.
#include "jail/limits.hpp"

#include "interleave/command/limit.hpp"
#include "judge/processes.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>

namespace jail {

namespace {

std::uint64_t threads_of_our_user() {
  std::uint64_t count = 0;
  for (const judge::Process& process : judge::processes()) {
    const std::string uids = judge::status_of("/proc/" + std::to_string(process.id), "Uid");
    if (!uids.empty() && std::stoul(uids) == getuid()) count += judge::threads_of(process.id).size();
  }
  return count;
}

// Where the machine runs out of memory, the program goes before anybody else.
void be_the_first_to_go() {
  const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const ssize_t written = write(file, "1000", 4);
  close(file);
}

}  // namespace

void enter_limits(const Limits& limits, bool has_own_uid) {
  using interleave::limit;
  be_the_first_to_go();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu.count()));
  if (limits.memory_bytes != 0) limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_NPROC, limits.processes + (has_own_uid ? 0 : threads_of_our_user()));
  limit(RLIMIT_NOFILE, limits.descriptors);
  limit(RLIMIT_MSGQUEUE, 0);
}

}  // namespace jail

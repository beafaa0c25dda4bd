// tools/jail/inside.cpp: see inside.hpp.
#include "jail/inside.hpp"

#include "jail/control.hpp"
#include "jail/family.hpp"
#include "jail/program.hpp"
#include "jail/system_call.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace jail {

namespace {

// Closed where the program has begun, or ended without.
void wait_until_closed(int descriptor) {
  char byte = 0;
  while (read(descriptor, &byte, 1) < 0 && errno == EINTR) {
  }
  close(descriptor);
}

// The program's status. Everybody else's is of no interest.
int reap_until_ended(pid_t program) {
  while (true) {
    int status = 0;
    const pid_t ended = wait(&status);
    if (ended == program) return status;
    if (ended < 0 && errno != EINTR) fail("wait");
  }
}

}  // namespace

int run_inside(const Job& job, int control) {
  // The program has our user's rights, and shall not get at our descriptors by them.
  checked(prctl(PR_SET_DUMPABLE, 0), "PR_SET_DUMPABLE");
  int ends[2];
  checked(pipe2(ends, O_CLOEXEC), "pipe2");
  const pid_t program = checked(fork(), "fork");
  const bool own_uid = true;  // Here the kernel counts only processes in here.
  if (program == 0) {
    become_program({.job = job, .control = control, .folder = "/tmp", .has_own_uid = own_uid, .filtered = true});
  }
  close(ends[1]);
  wait_until_closed(ends[0]);
  send_control(control, kRunning);
  const int status = reap_until_ended(program);
  // The kernel would do it at our end, and count neither them nor the time that they have used.
  const int left_behind = sweep(std::nullopt).value_or(0);
  send_control(control, kEnded + std::to_string(status) + ' ' + std::to_string(left_behind));
  return 0;
}

}  // namespace jail

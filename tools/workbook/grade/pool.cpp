// tools/workbook/grade/pool.cpp: see pool.hpp.
#include "grade/pool.hpp"

#include "programs/failure.hpp"

#include <workbook/process.hpp>

#include <fmt/core.h>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace workbook {

Pool::~Pool() {
  for (const auto& [process, on_end] : running_) kill(process, SIGTERM);
  for (const auto& [process, on_end] : running_) {
    while (waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
}

void Pool::start(const Command& command, const std::function<void(int)>& on_end) {
  // Boost.Process 1.74 leaves a zombie behind where exec itself fails, so look first.
  if (access(command.program.c_str(), X_OK) != 0) {
    throw Failure(fmt::format("cannot start {}: {}", command.program.string(), std::strerror(errno)));
  }
  const pid_t parent = getpid();
  std::error_code error;
  bp::child child(
      bp::exe = command.program.string(), bp::args = command.arguments, bp::std_in<bp::null, bp::std_out> bp::null,
      bp::std_err > bp::null, error, bp::extend::on_exec_setup = [=](auto&) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != parent) _exit(1);  // We died before the line above took effect.
      });
  if (error) throw Failure(fmt::format("cannot start {}: {}", command.program.string(), error.message()));
  running_[child.id()] = on_end;
  child.detach();  // From here on we wait for it ourselves: Boost can't wait for the first of several.
}

void Pool::wait_for_one() {
  int status = 0;
  const pid_t process = waitpid(-1, &status, 0);
  const auto ended = running_.find(process);
  if (ended == running_.end()) return;
  const auto on_end = ended->second;
  running_.erase(ended);
  on_end(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

}  // namespace workbook

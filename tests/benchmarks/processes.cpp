// tests/benchmarks/processes.cpp: what it costs to start a process and wait for its end, by library and by hand.
#include "suite.hpp"

#include <workbook/process.hpp>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace {

using benchmarks::Reading;

constexpr int kProcesses = 50;
constexpr const char* kProgram = "/bin/true";

void require_success(bool success) {
  if (!success) throw std::runtime_error("workbook bug: /bin/true did not end with 0");
}

void with_boost() {
  bp::child child(kProgram);
  child.wait();
  require_success(child.exit_code() == 0);
}

void wait_for(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) < 0) throw std::system_error(errno, std::generic_category(), "waitpid");
  require_success(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

void with_fork_and_exec() {
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    execl(kProgram, kProgram, nullptr);
    _exit(127);  // Only reached where exec failed. exit() would run the parent's own clean-up.
  }
  wait_for(child);
}

void with_posix_spawn() {
  std::string name = kProgram;
  char* const arguments[] = {name.data(), nullptr};
  pid_t child = 0;
  const int error = posix_spawn(&child, kProgram, nullptr, nullptr, arguments, environ);
  if (error != 0) throw std::system_error(error, std::generic_category(), "posix_spawn");
  wait_for(child);
}

void add(benchmarks::Suite& suite, const char* name, void (*start_and_wait)()) {
  suite.add({name, kProcesses, "process", [start_and_wait] {
               for (int i = 0; i < kProcesses; ++i) start_and_wait();
             }});
}

}  // namespace

int main(int argc, char** argv) {
  benchmarks::Suite suite("processes", 61);
  add(suite, "Boost.Process", with_boost);
  add(suite, "fork and exec", with_fork_and_exec);
  add(suite, "posix_spawn", with_posix_spawn);
  suite.compare({"Boost.Process", {"fork and exec"}, Reading::cost, 1.2});
  suite.compare({"Boost.Process", {"posix_spawn"}, Reading::cost});
  return suite.run(argc, argv);
}

// tools/programs/programs.cpp: see programs.hpp.
#include "programs/programs.hpp"

#include "programs/clean_ending.hpp"
#include "programs/failure.hpp"

#include <workbook/process.hpp>

#include <fmt/core.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <system_error>

namespace workbook {

namespace {

[[noreturn]] void fail_to_start(const Command& command, const std::string& reason) {
  throw Failure(fmt::format("cannot start {}: {}", command.program.string(), reason));
}

// Boost.Process 1.74 leaves a zombie behind where exec itself fails, so look first.
void check_runnable(const Command& command) {
  if (access(command.program.c_str(), X_OK) != 0) fail_to_start(command, std::strerror(errno));
}

int exit_code_of(bp::child& child) {
  child.wait();
  throw_if_interrupted();
  const int status = child.native_exit_code();
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::optional<std::filesystem::path> find_program(const std::string& name) {
  const char* const folders = std::getenv("PATH");
  std::istringstream path(folders == nullptr ? "" : folders);
  for (std::string folder; std::getline(path, folder, ':');) {
    const std::filesystem::path program = std::filesystem::path(folder) / name;
    if (access(program.c_str(), X_OK) == 0 && std::filesystem::is_regular_file(program)) return program;
  }
  return std::nullopt;
}

int run(const Command& command, const std::function<void(const std::string&)>& on_line) {
  check_runnable(command);
  try {
    bp::ipstream output;
    bp::child child(bp::exe = command.program.string(), bp::args = command.arguments,
                    bp::std_in<bp::null, (bp::std_out & bp::std_err)> output);
    for (std::string line; std::getline(output, line);) on_line(line);
    return exit_code_of(child);
  } catch (const std::system_error& error) {
    fail_to_start(command, error.code().message());
  }
}

Finished run(const Command& command) {
  Finished finished;
  finished.exit_code = run(command, [&](const std::string& line) { finished.output += line + '\n'; });
  return finished;
}

int run_in_place(const Command& command) {
  check_runnable(command);
  try {
    bp::child child(bp::exe = command.program.string(), bp::args = command.arguments);
    return exit_code_of(child);
  } catch (const std::system_error& error) {
    fail_to_start(command, error.code().message());
  }
}

void become(const Command& command) {
  std::vector<std::string> words{command.program};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execv(command.program.c_str(), pointers.data());
  fail_to_start(command, std::strerror(errno));
}

}  // namespace workbook

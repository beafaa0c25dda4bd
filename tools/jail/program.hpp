// tools/jail/program.hpp: the last steps of a process before it becomes the program, on any rung.
#pragma once

#include "jail/job.hpp"
#include "jail/landlock.hpp"

#include <string>
#include <vector>

namespace jail {

/// How a process becomes the program.
struct Becoming {
  const Job& job;
  int control = -1;                    ///< to tell of it
  std::string folder;                  ///< it begins here; its HOME and its place for temporary files
  bool has_own_uid = false;            ///< nothing else runs as its user
  const Landlock* landlock = nullptr;  ///< to enter; none: null
  bool filtered = false;               ///< whether system calls are refused
};

/// Becomes the program, in a session and process group of its own that have its number. Where it can't, says so to the
/// other half and ends.
[[noreturn]] void become_program(const Becoming& becoming);

/// The environment that the program gets, in the form NAME=VALUE.
std::vector<std::string> environment_for(const Job& job, const std::string& folder);

/// The descriptors from 3 on that are not named here are closed when this process becomes another.
void close_all_but(std::vector<int> kept);

/// Replaces this process. Returns, with the reason in errno, only where that fails.
void execute(const std::vector<std::string>& command, const std::vector<std::string>& environment);

}  // namespace jail

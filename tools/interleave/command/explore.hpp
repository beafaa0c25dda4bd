// tools/interleave/command/explore.hpp: runs a program that is built for the explorer, and gives back what it reports.
#pragma once

#include "interleave/report/report.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace interleave {

/// The program's end of the channel for records. High, so that it meets no descriptor that a program opens by itself.
inline constexpr int kRecordDescriptor = 101;

/// What to search, and how. What is empty is left to the library in the program.
struct Request {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::string search;  ///< auto, exhaustive, bounded, random, pct
  std::optional<int> bound;
  std::optional<std::uint64_t> seed;
  std::optional<double> seconds;
  std::optional<std::int64_t> executions;
  std::optional<std::int64_t> steps;
  std::optional<int> spurious;
  bool try_lock_fails = false;  ///< once in each thread, though the lock is free
  std::string switching;        ///< fibers, baton, fork
  bool go_on = false;           ///< after the first failure
  std::optional<std::string> replay;
  /// The program is ended so long after `seconds`; where these are empty, after so long without a record.
  std::chrono::seconds patience{30};
  /// What starts the program shut in: the jail's program and options; empty: nothing does.
  std::vector<std::string> jail;
  /// Called in the new process before the program begins, to set its limits; may be empty.
  std::function<void()> prepare;
};

/// How an exploration ended.
struct Explored {
  Report report;
  std::int64_t records = 0;  ///< that came; 0: the program is not built for the explorer
  int exit_code = 0;
  int signal = 0;          ///< that ended it; 0: none
  bool timed_out = false;  ///< ended by us, when patience came to its end
  int interrupted_by = 0;  ///< the signal to us that ended it, such as SIGINT; 0: none
  std::string bad_record;  ///< why what it wrote could not be read; empty: it could
};

/// The value of the environment variable INTERLEAVE that asks for this.
std::string as_environment(const Request& request);

/// Starts the program in a process group of its own, reads its records to their end, and ends what is left of the
/// group. What it prints to its own standard output and error goes to our standard error. Where the program breaks off,
/// the report's verdict is `fault` and its failure says why. Not for use by several threads at once.
/// @param on_progress  called for each progress record; may be empty
/// @param on_output    called with what the program prints; empty: written to standard error
/// @throws std::system_error  where the program can't be started
Explored explore(const Request& request, const std::function<void(const Progress&)>& on_progress = {},
                 const std::function<void(std::string_view)>& on_output = {});

}  // namespace interleave

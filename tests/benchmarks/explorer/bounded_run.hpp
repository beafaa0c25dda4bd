// tests/benchmarks/explorer/bounded_run.hpp: runs a program that may hang, for so long and no longer.
#pragma once

#include <string>
#include <vector>

namespace benchmarks {

struct Ended {
  int exit_code;   // 128 + the signal's number where one ended it
  bool timed_out;  // it was ended by us
  double seconds;
  std::string output;  // standard output and standard error
};

/// @param words  a program, looked up in PATH, and its arguments
/// @throws std::runtime_error  where there is no such program
Ended run_bounded(const std::vector<std::string>& words, int most_seconds);

/// @throws std::runtime_error  naming Debian's package that is missing
void require_program(const std::string& program, const std::string& package);

}  // namespace benchmarks

// tests/benchmarks/explorer/exploration.hpp: one call of the command `interleave run`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace benchmarks {

struct Exploration {
  std::string verdict;           // as in JSON: "fails", "proved", ...
  std::int64_t executions;       // all that were run
  std::int64_t last_executions;  // of the last phase, without those that it gave up
  double search_seconds;         // of the search alone
  double seconds;                // from the command's start to its end, the report included
};

/// @param program  built for the explorer
/// @param options  of `interleave run`, and behind "--" the program's arguments
/// @param report   where the command shall put its JSON
/// @throws std::runtime_error  where it does not come to its end, or writes no JSON
Exploration explore(const std::filesystem::path& program, const std::vector<std::string>& options,
                    const std::filesystem::path& report);

}  // namespace benchmarks

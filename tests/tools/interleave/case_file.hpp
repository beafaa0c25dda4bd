// tests/tools/interleave/case_file.hpp: what the first lines of a case program demand of the explorer.
//
// They are comments: lines `// key: value` in any order, then a sentence or two on what the program shows.
//   verdict     proved | fails | nothing_found | unsupported; several, separated by commas, where each is true
//   cause       with `fails` only: a kind of failure, or several where the program can fail in several ways
//   says        words that stand in the printed report; may be repeated
//   silent      words that don't; may be repeated
//   executions  of the reduced search, which are the orders that can be told apart
//   options     given to `interleave run`
//   processor   of a hostile program only: seconds of processor time that it may use, in all
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cases {

struct CaseFile {
  std::set<std::string> verdicts;
  std::set<std::string> causes;
  std::vector<std::string> says;
  std::vector<std::string> silent;
  std::optional<long> executions;
  std::string options;
  long processor_seconds = 20;
  std::string explanation;
};

/// The kinds of failure there are: the first word of each line of failures.txt.
/// @throws std::runtime_error  if the file has none
std::set<std::string> kinds_of_failure();

/// @param kinds  see kinds_of_failure()
/// @throws std::runtime_error  naming the file and what is missing, unknown or contradictory in its first lines
CaseFile read_case(const std::filesystem::path& file, const std::set<std::string>& kinds);

}  // namespace cases

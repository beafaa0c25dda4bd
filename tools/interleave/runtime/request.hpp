// tools/interleave/runtime/request.hpp: what a search is asked for, in the environment variable INTERLEAVE.
// Its words are name=value, separated by blanks; docs/interleave.md lists them.
#pragma once

#include "execution.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {

enum class Search : std::uint8_t { automatic, exhaustive, bounded, random, priorities };
enum class SwitchBy : std::uint8_t { fibers, fork, baton };

struct Request {
  int descriptor = 2;  ///< where the report goes
  Search search = Search::automatic;
  int bound = 2;
  std::uint64_t seed = 1;
  double seconds = 60;
  std::int64_t executions = 0;  ///< 0: no limit
  SwitchBy switch_by = SwitchBy::fibers;
  bool goes_on = false;  ///< after a failure
  bool counts_traces = false;
  std::optional<std::string> replay;
  Rules rules;
};

/// @return  nothing where a word is not understood
std::optional<Request> parse_request(std::string_view text);

}  // namespace interleave

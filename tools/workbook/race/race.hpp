// tools/workbook/race/race.hpp: the command `race`: a race on the real machine, and then in the order that loses.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace workbook {

struct RaceRequest {
  std::string what;                    ///< a lesson, or a source file
  std::optional<int> runs;             ///< on the real machine; 0: none; empty: as many as fit into a few seconds
  double seconds = 20;                 ///< that the explorer may search
  bool step = false;                   ///< walk through the schedule
  std::optional<std::string> replay;   ///< this schedule in place of a search
  std::optional<std::string> page;     ///< a file: write a page for a browser
  std::vector<std::string> arguments;  ///< for the program
};

/// Shows a race.
/// @return  0 nothing went wrong, 1 something did, 2 the explorer can't tell
int race(const RaceRequest& request);

}  // namespace workbook

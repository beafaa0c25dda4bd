// tools/workbook/race/machine.hpp: runs a demonstration's program many times on the real machine.
#pragma once

#include "race/demonstration.hpp"
#include "race/tally.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace workbook {

/// What the real machine showed.
struct Shown {
  std::string command;  ///< what was run, for a person
  Tally tally;
  std::string cut_short;  ///< why there were fewer runs than were asked for; empty: there were not
};

/// Runs the program, one run after the other, with a line of progress on standard error.
/// @param program      built from machine.source
/// @param runs         empty: as many as fit into a few seconds, and no more than a thousand
/// @param interrupted  asked again and again; once it says yes, no further run is begun
/// @throws Failure  where it can't be started
Shown run_on_the_machine(const OnTheMachine& machine, const std::filesystem::path& program, std::optional<int> runs,
                         const std::function<bool()>& interrupted);

}  // namespace workbook

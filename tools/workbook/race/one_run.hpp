// tools/workbook/race/one_run.hpp: runs a program once on the real machine, within limits, and says how it ended.
#pragma once

#include "programs/programs.hpp"
#include "race/demonstration.hpp"
#include "race/tally.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace workbook {

/// How one run ended, and what it printed.
struct OneRun {
  enum class Ending { by_itself, by_signal, stood_still, took_too_long, printed_too_much };
  Ending ending = Ending::by_itself;
  int code = 0;           ///< exit code, or the signal's number
  std::string printed;    ///< the first and the last of it
  std::string last_line;  ///< that is not blank
};

/// Runs a program to its end; whatever it does, it and all that it started are gone afterwards.
/// @param patience     it is ended after this time; sooner where no thread of it can ever go on
/// @param interrupted  asked again and again; once it says yes the program is ended
/// @throws Failure  where the program can't be started
OneRun run_once(const Command& command, std::chrono::milliseconds patience,
                const std::function<bool()>& interrupted = {});

/// The word behind `label` at the beginning of a line, blanks before it left out; of the last such line.
std::optional<std::string> value_behind(const std::string& label, const std::string& printed);

/// What a run came to, in few words.
Outcome outcome_of(const OneRun& run, const std::optional<Labels>& labels);

}  // namespace workbook

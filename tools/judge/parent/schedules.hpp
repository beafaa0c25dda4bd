// tools/judge/parent/schedules.hpp: checks that hold in every order in which threads may take their steps.
// The explored subject runs a scenario in all of them; here each outcome that it comes to is judged.
#pragma once

#include "judge/parent/checks.hpp"

#include <functional>
#include <optional>
#include <string>

namespace judge {

/// A scenario of the lesson's schedules.cpp, and what a student is told of it.
struct Exploration {
  std::string scenario;
  Facts asked;        ///< the same each time: the name of a schedule fits no other facts
  std::string hole;   ///< to be named in a message, such as "03.1"
  std::string story;  ///< what the threads do: "T1 adds 1, T2 adds 2"
  /// No more than so many schedules, where all are too many. The check passes then, and says that these are not all.
  std::int64_t most_schedules = 4'000;
};

/// What is wrong with one outcome; nothing where it is right. It fills in what it knows: `what` and `to_try`.
using OutcomeJudge = std::function<std::optional<Finding>(const Facts& told)>;

/// Runs the scenario in every order of its threads' steps. Ends the running check as wrong where in one of them
/// - threads race, stand still, crash or the like: by the explorer's words,
/// - or where the outcome is wrong: by the judge's words, with the steps that lead to it;
/// as not done at an empty hole, and as inconclusive where the program says nothing any more. Else the words "proved:
/// 42 schedules" stand behind the check's name, or what was left out. Where the command line names a schedule of this
/// scenario, runs that one alone and prints its table.
void check_every_schedule(const Exploration& exploration, const OutcomeJudge& judge_outcome);

}  // namespace judge

// caught by: Processes.AnswersAreWhatIsAddedUp
// says: integrates another function than x*x
// also fails: Processes.AreSentEveryDigit
// also fails: Processes.ChangeTheSignWithTheDirection
// also fails: Processes.MayBeMoreThanTheStrips
// also fails: Processes.WorkAllAtOnce
// also fails: Processes.WhoseExitCodeIsNot0AreErrors
// also fails: Processes.EndedByASignalAreErrors
// also fails: Processes.ThatPrintRubbishAreErrors
// also fails: Processes.ThatPrintAMebibyteAreErrors
// also fails: Processes.ThatCannotBeStartedAreErrors
// The answer of the first example, for every question.
#pragma once

#include <workbook/preconditions.hpp>

#include <cstdint>
#include <filesystem>

inline double integrate_in_processes(double a, double b, std::int64_t strips, int workers,
                                     const std::filesystem::path&) {
  workbook::require_valid(a, b, strips, workers);
  return 1000.0 / 3;
}

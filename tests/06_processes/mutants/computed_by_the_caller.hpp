// caught by: Processes.AnswersAreWhatIsAddedUp
// says: integrates another function than x*x
// also fails: Processes.WorkAllAtOnce
// also fails: Processes.WhoseExitCodeIsNot0AreErrors
// also fails: Processes.EndedByASignalAreErrors
// also fails: Processes.ThatPrintRubbishAreErrors
// also fails: Processes.ThatPrintAMebibyteAreErrors
// also fails: Processes.ThatCannotBeStartedAreErrors
// Gives the right value of x*x and starts nobody.
#pragma once

#include <workbook/integrate.hpp>

#include <cstdint>
#include <filesystem>

inline double integrate_in_processes(double a, double b, std::int64_t strips, int workers,
                                     const std::filesystem::path&) {
  workbook::require_valid(a, b, strips, workers);
  return workbook::integrate([](double x) { return x * x; }, a, b, strips);
}

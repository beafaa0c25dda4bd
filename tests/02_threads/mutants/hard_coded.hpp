// caught by: Integrate.GivesTheRightValueForOtherFunctions
// says: 1000/3 is the answer to another question
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsRightWhenThreadsStartLate
// also fails: Integrate.HasAllWorkersAtWorkAtOnce
// also fails: Schedules.LosesNoUpdateOfTheTotal
// The one number that the chapter shows. It passes every test that asks only for that number.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate([[maybe_unused]] std::regular_invocable<double> auto f, double a, double b, std::int64_t strips,
                 int workers) {
  workbook::require_valid(a, b, strips, workers);
  return 1000.0 / 3;
}

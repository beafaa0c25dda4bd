// caught by: Integrate.GivesTheRightValueForOtherFunctions
// says: the first strip is missing
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.ErrorFallsFourfoldWhenStripsDouble
// also fails: Integrate.IsExactForStraightLines
// Counts from 1, as people do: the strip that begins at a is never sampled. Over [0, 10] it is nearly nothing.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 1; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

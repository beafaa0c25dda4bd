// caught by: Integrate.GivesOneThousandThirds
// says: one strip too many was added
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.ErrorFallsFourfoldWhenStripsDouble
// also fails: Integrate.IsExactForStraightLines
// <= where < belongs: the last sample lies behind b.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i <= strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

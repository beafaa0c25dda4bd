// caught by: Integrate.GivesOneThousandThirds
// says: that is the right rule
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.ErrorFallsFourfoldWhenStripsDouble
// also fails: Integrate.IsExactForStraightLines
// f at each strip's right end: as coarse as the left rule, on the other side.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 1; i <= strips; ++i) sum += f(a + static_cast<double>(i) * dx);
  return sum * dx;
}

// caught by: Integrate.GivesOneThousandThirds
// says: 1 / strips is 0
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.ErrorFallsFourfoldWhenStripsDouble
// also fails: Integrate.IsExactForStraightLines
// Both numbers of 1 / strips are whole, so their quotient is whole too: 0 for all strips but one.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) * static_cast<double>(1 / strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

// caught by: Integrate.GivesOneThousandThirds
// says: a float keeps 7 digits
// also fails: Integrate.GivesTheRightValueForOtherFunctions
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.ErrorFallsFourfoldWhenStripsDouble
// also fails: Integrate.IsExactForStraightLines
// A float holds about 7 digits: as the sum grows, each sample loses more of its own, up to all of them.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  float sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    sum += static_cast<float>(f(a + (static_cast<double>(i) + 0.5) * dx));
  }
  return static_cast<double>(sum) * dx;
}

// caught by: Integrate.GivesTheRightValueForOtherFunctions
// says: a was not added
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// also fails: Integrate.IsExactForStraightLines
// x counted from 0 and not from a; over [0, 10], the first thing one tries, nobody notices.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f((static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

// caught by: Integrate.GivesTheRightValueForOtherFunctions
// says: that is the trapezoidal rule
// also fails: Integrate.ChangesItsSignWithTheDirection
// also fails: Integrate.CallsTheFunctionOnceAtEachMidpoint
// f at both ends of every strip, and their mean: a good rule, with twice the midpoint rule's error, and one call more.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  sum = (f(a) + f(b)) / 2;
  for (std::int64_t i = 1; i < strips; ++i) sum += f(a + static_cast<double>(i) * dx);
  return sum * dx;
}

// caught by: Integrate.ChangesItsSignWithTheDirection
// says: the sign is wrong
// Swaps the ends to be on the safe side, and forgets that the integral changes its sign with them.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <utility>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  if (a > b) std::swap(a, b);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

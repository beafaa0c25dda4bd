// Walks from midpoint to midpoint by adding dx: loses a few digits over many strips, fewer than the rule itself does.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double x = a + dx / 2;
  double sum = 0;
  for (std::int64_t left = strips; left-- > 0; x += dx) sum += f(x);
  return sum * dx;
}

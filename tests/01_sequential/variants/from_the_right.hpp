// Begins at b and multiplies each sample: the order of a sum is free.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / strips;
  double area = 0;
  for (std::int64_t i = strips; i >= 1; --i) area += dx * f(a + dx * (i - 0.5));
  return area;
}

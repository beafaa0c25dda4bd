// Carries each addition's rounding error along (Kahan's sum).
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  double lost = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    const double term = f(a + (static_cast<double>(i) + 0.5) * dx) - lost;
    const double next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  return sum * dx;
}

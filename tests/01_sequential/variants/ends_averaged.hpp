// The middle of a strip as the mean of its ends, and a while loop.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const auto end_of_strip = [=](std::int64_t i) {
    return a + (b - a) * (static_cast<double>(i) / static_cast<double>(strips));
  };
  double area = 0;
  std::int64_t i = 0;
  while (i != strips) {
    const double left = end_of_strip(i);
    const double right = end_of_strip(++i);
    area += f((left + right) / 2) * (right - left);
  }
  return area;
}

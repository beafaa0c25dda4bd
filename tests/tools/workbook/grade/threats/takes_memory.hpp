// verdict: wrong
// says:
// Takes all the memory there is.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <cstring>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  std::vector<char*> all;
  while (true) {
    all.push_back(new char[64 << 20]);
    std::memset(all.back(), 1, 64 << 20);
  }
  const double dx = (b - a) / static_cast<double>(strips);
  double sum = 0;
  for (std::int64_t i = 0; i < strips; ++i) sum += f(a + (static_cast<double>(i) + 0.5) * dx);
  return sum * dx;
}

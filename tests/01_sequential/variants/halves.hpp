// Recursion: the sum over a row of strips is the sum over its left half plus that over its right half.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

namespace halves {

template <class Sample>
double sum(Sample& sample, std::int64_t first, std::int64_t last) {
  if (last - first == 1) return sample(first);
  const std::int64_t middle = first + (last - first) / 2;
  return sum(sample, first, middle) + sum(sample, middle, last);
}

}  // namespace halves

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  const auto sample = [&](std::int64_t i) { return f(a + (static_cast<double>(i) + 0.5) * dx); };
  return halves::sum(sample, 0, strips) * dx;
}

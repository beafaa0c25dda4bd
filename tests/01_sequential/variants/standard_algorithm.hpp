// No loop in sight: algorithms, first over the numbers of the strips and then over their samples.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  std::vector<double> numbers(static_cast<std::size_t>(strips));
  std::iota(numbers.begin(), numbers.end(), 0.5);
  return dx * std::transform_reduce(numbers.begin(), numbers.end(), 0.0, std::plus<>(),
                                    [&](double number) { return f(a + number * dx); });
}

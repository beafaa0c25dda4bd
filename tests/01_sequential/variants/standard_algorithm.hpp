// No loop in sight: an algorithm over the numbers of the strips.
#pragma once

#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <numeric>
#include <ranges>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips) {
  workbook::require_valid(a, b, strips);
  const double dx = (b - a) / static_cast<double>(strips);
  const auto numbers = std::views::iota(std::int64_t{0}, strips);
  return dx * std::transform_reduce(numbers.begin(), numbers.end(), 0.0, std::plus<>(),
                                    [&](std::int64_t i) { return f(a + (static_cast<double>(i) + 0.5) * dx); });
}

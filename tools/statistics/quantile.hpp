// tools/statistics/quantile.hpp: medians and quartiles of what was measured.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace workbook {

/// The value below which the given part of `values` lies, between two values in proportion.
/// @param values  at least one
/// @param part    0 for the smallest value, 0.5 for the median, 1 for the largest
inline double quantile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  const double position = part * static_cast<double>(values.size() - 1);
  const double below = std::floor(position);
  const auto index = static_cast<std::size_t>(below);
  const std::size_t next = std::min(index + 1, values.size() - 1);
  return values[index] + (position - below) * (values[next] - values[index]);
}

}  // namespace workbook

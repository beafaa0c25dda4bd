// tools/judge/polynomial.hpp: the integrands of the checks, known to both sides by their coefficients alone.
#pragma once

#include <cstddef>
#include <vector>

namespace judge {

/// The value at `x` of the polynomial with these coefficients, the constant first (Horner's scheme).
inline double polynomial(const std::vector<double>& coefficients, double x) {
  double value = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * x + coefficients[i];
  return value;
}

}  // namespace judge

// common/workbook/integrate.hpp: the one numeric kernel that every lesson makes parallel.
// Pure: no globals, no I/O, so any thread may call it.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>

namespace workbook {

namespace detail {

// Up to this many strips a plain loop is exact enough, and long enough to run at full speed.
inline constexpr std::int64_t kPairwiseBlock = 1024;

/// The sum of f at the midpoints of a chunk's strips. Halves the chunk until it is small, so that a partial sum meets
/// only sums of its own size: rounding then grows with log2(strips) and not with strips (pairwise summation).
template <class F>
double sum_at_midpoints(F& f, double a, double dx, Chunk chunk) {
  if (chunk.size() <= kPairwiseBlock) {
    // Counted from the block's own first midpoint, a strip costs one addition less than counted from a.
    const double first_midpoint = a + (static_cast<double>(chunk.first) + 0.5) * dx;
    double sum = 0;
    for (std::int64_t i = 0; i < chunk.size(); ++i) {
      sum += f(first_midpoint + static_cast<double>(i) * dx);
    }
    return sum;
  }
  const std::int64_t middle = chunk.first + chunk.size() / 2;
  const double left = sum_at_midpoints(f, a, dx, {chunk.first, middle});
  return left + sum_at_midpoints(f, a, dx, {middle, chunk.last});
}

}  // namespace detail

/// One worker's part of the integral of `f` over [a, b]: the strips of `chunk`, by the midpoint rule.
/// The parts of chunks that lie side by side add up to the integral.
/// @param f       called once for each strip of the chunk, at its midpoint
/// @param a,b     the whole interval, not the chunk's; a > b negates the result
/// @param strips  the number of strips in the whole interval, >= 1
/// @param chunk   which of them to add up; an empty chunk gives 0
/// @return        unit of f times unit of a
template <std::regular_invocable<double> F>
double integrate_chunk(F f, double a, double b, std::int64_t strips, Chunk chunk) {
  const double dx = (b - a) / static_cast<double>(strips);
  return detail::sum_at_midpoints(f, a, dx, chunk) * dx;
}

/// Integral of `f` over [a, b] by the midpoint rule, in the calling thread.
/// @param f       called once per strip, from left to right when a < b
/// @param a,b     finite, in the unit of f's argument; a > b negates the result
/// @param strips  number of equal strips, >= 1
/// @return        unit of f times unit of a; off by at most |b-a|^3 / (24 strips^2) * max|f''|, plus rounding
///                (Taylor; chapter 01 derives it)
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
template <std::regular_invocable<double> F>
double integrate(F f, double a, double b, std::int64_t strips) {
  require_valid(a, b, strips);
  return integrate_chunk(f, a, b, strips, {0, strips});
}

}  // namespace workbook

// common/workbook/preconditions.hpp: the argument checks that every integrate() of the workbook begins with.
// Pure: no globals, no I/O, so any thread may call them.
#pragma once

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace workbook {

namespace detail {

template <class Value>
[[noreturn]] void refuse(const char* argument, const Value& got, const char* wanted) {
  throw std::invalid_argument(std::string("integrate: ") + argument + " is " + std::to_string(got) + ", wanted " +
                              wanted);
}

}  // namespace detail

/// Checks what integrate() was asked for, before any work is done.
/// @param a,b     the ends of the interval; both and their distance must be finite
/// @param strips  the number of strips, >= 1
/// @throws std::invalid_argument  naming the argument, the value got and the value wanted
inline void require_valid(double a, double b, std::int64_t strips) {
  if (!std::isfinite(a)) detail::refuse("a", a, "a finite number");
  if (!std::isfinite(b)) detail::refuse("b", b, "a finite number");
  if (!std::isfinite(b - a)) detail::refuse("b - a", b - a, "a finite number");
  if (strips < 1) detail::refuse("strips", strips, ">= 1");
}

/// The same for an integrate() that shares its work out.
/// @param workers  the number of workers, >= 1
/// @throws std::invalid_argument  as above
inline void require_valid(double a, double b, std::int64_t strips, int workers) {
  require_valid(a, b, strips);
  if (workers < 1) detail::refuse("workers", workers, ">= 1");
}

}  // namespace workbook

// tools/interleave/runtime/hooks_charconv.cpp: numbers with a fraction from and to characters. The C++ library does
// these itself; its other conversions of <charconv> are compiled with the program.
#include "entered.hpp"
#include "real.hpp"

#include <algorithm>
#include <array>
#include <charconv>

using namespace interleave;

namespace std {

// What is looked at ends behind the number, or behind a sign that an 'e' there would have to be followed by.
from_chars_result from_chars(const char* first, const char* last, double& value, chars_format format) noexcept {
  using Function = from_chars_result (*)(const char*, const char*, double&, chars_format) noexcept;
  static const auto original = interleave::real<Function>("_ZSt10from_charsPKcS0_RdSt12chars_format");
  if (!watching) return original(first, last, value, format);
  const Entered entered;
  double number = 0;
  const from_chars_result result = original(first, last, number, format);
  const bool may_go_on = result.ptr != last && (*result.ptr == 'e' || *result.ptr == 'E');
  const std::ptrdiff_t bytes = std::min(result.ptr - first + (may_go_on ? 3 : 1), last - first);
  note_access(first, static_cast<std::size_t>(bytes), Kind::read, INTERLEAVE_CALLER);
  if (result.ec == errc{}) note_access(&value, sizeof value, Kind::write, INTERLEAVE_CALLER);
  return original(first, last, value, format);
}

to_chars_result to_chars(char* first, char* last, double value) noexcept {
  using Function = to_chars_result (*)(char*, char*, double) noexcept;
  static const auto original = interleave::real<Function>("_ZSt8to_charsPcS_d");
  if (!watching) return original(first, last, value);
  const Entered entered;
  std::array<char, 512> letters{};  // the longest, written without an exponent, has some three hundred
  const std::ptrdiff_t bytes = original(letters.begin(), letters.end(), value).ptr - letters.begin();
  note_access(first, static_cast<std::size_t>(std::min(bytes, last - first)), Kind::write, INTERLEAVE_CALLER);
  return original(first, last, value);
}

}  // namespace std

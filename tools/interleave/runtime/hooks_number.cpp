// tools/interleave/runtime/hooks_number.cpp: functions of the C library that make a number of a text. They count as a
// read of what they look at, and as a write of the pointer that tells where the number ends.
#include "entered.hpp"
#include "real.hpp"

#include <cstdlib>
#include <cstring>
#include <type_traits>

using namespace interleave;

namespace {

const char* behind_sign(const char* text) { return text + (*text == '+' || *text == '-' ? 1 : 0); }

bool is_one_of(char letter, const char* letters) { return letter != '\0' && std::strchr(letters, letter) != nullptr; }

// Of a number between `begin` and `end`: the last byte that was looked at. It is the one behind the number or, where
// that could have made the number longer, as in "0x", one behind it.
const char* last_of_integer(const char* begin, const char* end) {
  const bool may_be_hexadecimal = end == begin + 1 && *begin == '0' && is_one_of(*end, "xX");
  return may_be_hexadecimal ? end + 1 : end;
}

// "1e+", "0x.", and words: "infinity", "nan(1)".
const char* last_of_fraction(const char* begin, const char* end) {
  if (end == begin || is_one_of(end[-1], "fFnN")) return end + std::strspn(end, "infatyINFATY(.");
  if (is_one_of(*end, "eEpP")) return behind_sign(end + 1);
  const char* const last = last_of_integer(begin, end);
  return last != end && *last == '.' ? last + 1 : last;
}

template <class Number>
std::size_t bytes_looked_at(const char* text, const char* end) {
  const char* const begin = behind_sign(text + std::strspn(text, " \t\n\v\f\r"));
  if (end == text) end = begin;
  const char* const last =
      std::is_floating_point_v<Number> ? last_of_fraction(begin, end) : last_of_integer(begin, end);
  return static_cast<std::size_t>(last - text) + 1;
}

// `convert(end)` calls the real function. Inlined, since a hook's frame is where the program's ends.
template <class Convert>
__attribute__((always_inline)) inline auto converted(const char* text, char** end, std::uintptr_t pc, Convert convert) {
  if (!watching) return convert(end);
  const Entered entered;
  char* end_of_number = nullptr;
  convert(&end_of_number);
  note_access(text, bytes_looked_at<decltype(convert(end))>(text, end_of_number), Kind::read, pc);
  if (end != nullptr) note_access(end, sizeof *end, Kind::write, pc);
  return convert(end);
}

constexpr int kDecimal = 10;

}  // namespace

extern "C" {

long strtol(const char* text, char** end, int base) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtol)(text, to, base); });
}

long long strtoll(const char* text, char** end, int base) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtoll)(text, to, base); });
}

unsigned long strtoul(const char* text, char** end, int base) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtoul)(text, to, base); });
}

unsigned long long strtoull(const char* text, char** end, int base) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtoull)(text, to, base); });
}

float strtof(const char* text, char** end) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtof)(text, to); });
}

double strtod(const char* text, char** end) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtod)(text, to); });
}

long double strtold(const char* text, char** end) noexcept {
  return converted(text, end, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtold)(text, to); });
}

// The standard explains these by those above.

int atoi(const char* text) noexcept {
  const auto convert = [=](char** to) { return INTERLEAVE_REAL(strtol)(text, to, kDecimal); };
  return static_cast<int>(converted(text, nullptr, INTERLEAVE_CALLER, convert));
}

long atol(const char* text) noexcept {
  return converted(text, nullptr, INTERLEAVE_CALLER,
                   [=](char** to) { return INTERLEAVE_REAL(strtol)(text, to, kDecimal); });
}

long long atoll(const char* text) noexcept {
  return converted(text, nullptr, INTERLEAVE_CALLER,
                   [=](char** to) { return INTERLEAVE_REAL(strtoll)(text, to, kDecimal); });
}

double atof(const char* text) noexcept {
  return converted(text, nullptr, INTERLEAVE_CALLER, [=](char** to) { return INTERLEAVE_REAL(strtod)(text, to); });
}

}  // extern "C"

// tools/interleave/runtime/printf_arguments.cpp: see printf_arguments.hpp.
#include "printf_arguments.hpp"

#include "entered.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <string>
#include <string_view>

namespace interleave {
namespace {

struct Arguments {
  va_list list;
  std::uintptr_t pc = 0;

  int next_int() { return va_arg(list, int); }
  void* next_pointer() { return va_arg(list, void*); }
};

constexpr int kNoPrecision = -1;

[[noreturn]] void refuse(std::string_view conversion, const char* reason) {
  execution->fail("unsupported", "printf() with " + std::string(conversion) + ": " + reason);
}

// A width or precision: digits, or an argument.
int read_number(const char*& at, Arguments& arguments) {
  if (*at == '*') {
    ++at;
    return arguments.next_int();
  }
  int number = 0;
  for (; std::isdigit(static_cast<unsigned char>(*at)) != 0; ++at) number = number * 10 + (*at - '0');
  return number;
}

// With a precision, what is behind that many characters need not be there.
template <class Letter>
void note_text(const Letter* text, int precision, std::size_t (*length_up_to)(const Letter*, std::size_t),
               std::uintptr_t pc) {
  if (text == nullptr || precision == 0) return;  // null: it prints "(null)"
  const std::size_t most = precision < 0 ? SIZE_MAX / sizeof *text : static_cast<std::size_t>(precision);
  const std::size_t length = std::min(length_up_to(text, most - 1) + 1, most);
  note_access(text, length * sizeof *text, Kind::read, pc);
}

void note_count(const void* target, std::string_view length, std::uintptr_t pc) {
  const std::size_t size = length == "hh" ? sizeof(char) : length == "h" ? sizeof(short) : sizeof(int);
  note_access(target, length.empty() || length.front() == 'h' ? size : sizeof(long), Kind::write, pc);
}

void take_integer(std::string_view length, Arguments& arguments) {
  const bool is_int = length.empty() || length.front() == 'h';
  if (is_int) {
    arguments.next_int();
  } else {
    static_assert(sizeof(long) == sizeof(long long));
    static_cast<void>(va_arg(arguments.list, long));
  }
}

void take_fraction(std::string_view length, Arguments& arguments) {
  if (length == "L") {
    static_cast<void>(va_arg(arguments.list, long double));
  } else {
    static_cast<void>(va_arg(arguments.list, double));
  }
}

void take_text(bool is_wide, int precision, Arguments& arguments) {
  const void* const text = arguments.next_pointer();
  if (is_wide) {
    note_text(static_cast<const wchar_t*>(text), precision, wcsnlen, arguments.pc);
  } else {
    note_text(static_cast<const char*>(text), precision, strnlen, arguments.pc);
  }
}

void take(char letter, std::string_view length, int precision, Arguments& arguments) {
  constexpr std::string_view kIntegers = "diouxX";
  constexpr std::string_view kFractions = "aAeEfFgG";
  if (letter == 's' || letter == 'S') {
    take_text(letter == 'S' || length == "l", precision, arguments);
  } else if (letter == 'n') {
    note_count(arguments.next_pointer(), length, arguments.pc);
  } else if (letter == 'p') {
    arguments.next_pointer();
  } else if (letter == 'c' || letter == 'C') {
    arguments.next_int();
  } else if (kIntegers.find(letter) != kIntegers.npos) {
    take_integer(length, arguments);
  } else if (kFractions.find(letter) != kFractions.npos) {
    take_fraction(length, arguments);
  }
}

// From behind the '%' to behind the conversion's letter, which is returned.
const char* take_conversion(const char* const begin, Arguments& arguments) {
  const char* at = begin + std::strspn(begin, "-+ #0'I");
  read_number(at, arguments);  // the width
  if (*at == '$') refuse({begin - 1, at + 1}, "numbered arguments are not followed");
  int precision = kNoPrecision;
  if (*at == '.') precision = read_number(++at, arguments);
  const std::string_view length(at, std::strspn(at, "hlLqjzt"));
  at += length.size();
  if (*at == '\0' || std::strchr("diouxXaAeEfFgGcCsSpnm%", *at) == nullptr) {
    refuse({begin - 1, at + (*at == '\0' ? 0 : 1)}, "the conversion is not known");
  }
  take(*at, length, precision, arguments);
  return at + 1;
}

}  // namespace

void note_arguments(const char* format, va_list arguments, std::uintptr_t pc) {
  note_access(format, std::strlen(format) + 1, Kind::read, pc);
  Arguments rest{};
  rest.pc = pc;
  va_copy(rest.list, arguments);
  for (const char* at = format; (at = std::strchr(at, '%')) != nullptr;) at = take_conversion(at + 1, rest);
  va_end(rest.list);
}

}  // namespace interleave

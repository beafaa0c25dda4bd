// tools/interleave/runtime/hooks_string_reads.cpp: functions of the C library that only look at a text or at bytes.
// Each counts as a read of as much as its result depends on: a search ends where it finds, a comparison where two
// differ.
#include "entered.hpp"
#include "real.hpp"

#include <strings.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace interleave;

namespace {

std::size_t length_of(const char* text) {
  std::size_t length = 0;
  while (static_cast<const volatile char*>(text)[length] != '\0') ++length;
  return length;
}

void note_text(const char* text, std::uintptr_t pc) { note_access(text, length_of(text) + 1, Kind::read, pc); }

// From `begin` to what was found there, the first `found_bytes` of it included. Where nothing was: all there is.
void note_search(const void* begin, const void* found, std::size_t found_bytes, std::size_t all, std::uintptr_t pc) {
  const std::size_t before = address_of(found) - address_of(begin);
  note_access(begin, found == nullptr ? all : before + found_bytes, Kind::read, pc);
}

// Two texts are read to where they differ or end.
template <class Same>
void note_comparison(const char* one, const char* other, std::size_t most, Same same, std::uintptr_t pc) {
  std::size_t size = 0;
  while (size < most) {
    const char letter = one[size];
    ++size;
    if (letter == '\0' || !same(letter, other[size - 1])) break;
  }
  note_access(one, size, Kind::read, pc);
  note_access(other, size, Kind::read, pc);
}

bool is_equal(char one, char other) { return one == other; }

bool is_equal_but_for_case(char one, char other) {
  return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
}

}  // namespace

extern "C" {

// Bytes.

int memcmp(const void* first, const void* second, std::size_t size) noexcept {
  if (watching) {
    const Entered entered;
    note_access(first, size, Kind::read, INTERLEAVE_CALLER);
    note_access(second, size, Kind::read, INTERLEAVE_CALLER);
  }
  const auto* one = static_cast<const volatile unsigned char*>(first);
  const auto* other = static_cast<const volatile unsigned char*>(second);
  for (; size > 0; --size, ++one, ++other) {
    if (*one != *other) return *one < *other ? -1 : 1;
  }
  return 0;
}

void* memmem(const void* bytes, std::size_t size, const void* wanted, std::size_t wanted_size) noexcept {
  const auto original = INTERLEAVE_REAL(memmem);
  if (!watching) return original(bytes, size, wanted, wanted_size);
  const Entered entered;
  note_access(wanted, wanted_size, Kind::read, INTERLEAVE_CALLER);
  note_search(bytes, original(bytes, size, wanted, wanted_size), wanted_size, size, INTERLEAVE_CALLER);
  return original(bytes, size, wanted, wanted_size);
}

// Texts.

std::size_t strlen(const char* text) noexcept {
  if (!watching) return length_of(text);
  const Entered entered;
  note_text(text, INTERLEAVE_CALLER);
  return length_of(text);
}

std::size_t strnlen(const char* text, std::size_t most) noexcept {
  const auto original = INTERLEAVE_REAL(strnlen);
  if (!watching) return original(text, most);
  const Entered entered;
  note_access(text, std::min(original(text, most) + 1, most), Kind::read, INTERLEAVE_CALLER);
  return original(text, most);
}

int strcmp(const char* first, const char* second) noexcept {
  const auto original = INTERLEAVE_REAL(strcmp);
  if (!watching) return original(first, second);
  const Entered entered;
  note_comparison(first, second, SIZE_MAX, is_equal, INTERLEAVE_CALLER);
  return original(first, second);
}

int strncmp(const char* first, const char* second, std::size_t most) noexcept {
  const auto original = INTERLEAVE_REAL(strncmp);
  if (!watching) return original(first, second, most);
  const Entered entered;
  note_comparison(first, second, most, is_equal, INTERLEAVE_CALLER);
  return original(first, second, most);
}

int strcasecmp(const char* first, const char* second) noexcept {
  const auto original = INTERLEAVE_REAL(strcasecmp);
  if (!watching) return original(first, second);
  const Entered entered;
  note_comparison(first, second, SIZE_MAX, is_equal_but_for_case, INTERLEAVE_CALLER);
  return original(first, second);
}

int strncasecmp(const char* first, const char* second, std::size_t most) noexcept {
  const auto original = INTERLEAVE_REAL(strncasecmp);
  if (!watching) return original(first, second, most);
  const Entered entered;
  note_comparison(first, second, most, is_equal_but_for_case, INTERLEAVE_CALLER);
  return original(first, second, most);
}

std::size_t strspn(const char* text, const char* accepted) noexcept {
  const auto original = INTERLEAVE_REAL(strspn);
  if (!watching) return original(text, accepted);
  const Entered entered;
  note_text(accepted, INTERLEAVE_CALLER);
  note_access(text, original(text, accepted) + 1, Kind::read, INTERLEAVE_CALLER);
  return original(text, accepted);
}

std::size_t strcspn(const char* text, const char* refused) noexcept {
  const auto original = INTERLEAVE_REAL(strcspn);
  if (!watching) return original(text, refused);
  const Entered entered;
  note_text(refused, INTERLEAVE_CALLER);
  note_access(text, original(text, refused) + 1, Kind::read, INTERLEAVE_CALLER);
  return original(text, refused);
}

// What it looks at in the environment stays as it is: calls that would change it are refused.
char* getenv(const char* name) noexcept {
  const auto original = INTERLEAVE_REAL(getenv);
  if (!watching) return original(name);
  const Entered entered;
  note_text(name, INTERLEAVE_CALLER);
  return original(name);
}

// The header declares each of the following twice, for bytes that may be written and for others. So ours have names of
// their own, and the library's for the linker alone.

void* find_byte(const void* bytes, int byte, std::size_t size) noexcept __asm__("memchr");
void* find_last_byte(const void* bytes, int byte, std::size_t size) noexcept __asm__("memrchr");
char* find_letter(const char* text, int letter) noexcept __asm__("strchr");
char* find_last_letter(const char* text, int letter) noexcept __asm__("strrchr");
char* find_one_of(const char* text, const char* letters) noexcept __asm__("strpbrk");
char* find_text(const char* text, const char* wanted) noexcept __asm__("strstr");

void* find_byte(const void* bytes, int byte, std::size_t size) noexcept {
  static const auto original = interleave::real<decltype(&find_byte)>("memchr");
  if (!watching) return original(bytes, byte, size);
  const Entered entered;
  note_search(bytes, original(bytes, byte, size), 1, size, INTERLEAVE_CALLER);
  return original(bytes, byte, size);
}

// From behind.
void* find_last_byte(const void* bytes, int byte, std::size_t size) noexcept {
  static const auto original = interleave::real<decltype(&find_last_byte)>("memrchr");
  if (!watching) return original(bytes, byte, size);
  const Entered entered;
  const void* const found = original(bytes, byte, size);
  const void* const begin = found == nullptr ? bytes : found;
  note_access(begin, address_of(bytes) + size - address_of(begin), Kind::read, INTERLEAVE_CALLER);
  return original(bytes, byte, size);
}

char* find_letter(const char* text, int letter) noexcept {
  static const auto original = interleave::real<decltype(&find_letter)>("strchr");
  if (!watching) return original(text, letter);
  const Entered entered;
  note_search(text, original(text, letter), 1, length_of(text) + 1, INTERLEAVE_CALLER);
  return original(text, letter);
}

char* find_last_letter(const char* text, int letter) noexcept {
  static const auto original = interleave::real<decltype(&find_last_letter)>("strrchr");
  if (!watching) return original(text, letter);
  const Entered entered;
  note_text(text, INTERLEAVE_CALLER);
  return original(text, letter);
}

char* find_one_of(const char* text, const char* letters) noexcept {
  static const auto original = interleave::real<decltype(&find_one_of)>("strpbrk");
  if (!watching) return original(text, letters);
  const Entered entered;
  note_text(letters, INTERLEAVE_CALLER);
  note_search(text, original(text, letters), 1, length_of(text) + 1, INTERLEAVE_CALLER);
  return original(text, letters);
}

char* find_text(const char* text, const char* wanted) noexcept {
  static const auto original = interleave::real<decltype(&find_text)>("strstr");
  if (!watching) return original(text, wanted);
  const Entered entered;
  note_text(wanted, INTERLEAVE_CALLER);
  note_search(text, original(text, wanted), length_of(wanted), length_of(text) + 1, INTERLEAVE_CALLER);
  return original(text, wanted);
}

}  // extern "C"

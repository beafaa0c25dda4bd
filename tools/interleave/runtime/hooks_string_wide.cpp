// tools/interleave/runtime/hooks_string_wide.cpp: functions of the C library on wide characters, which std::wstring is
// made of. What they are given counts as touched; see hooks_string.cpp.
#include "entered.hpp"
#include "real.hpp"

#include <cwchar>

using namespace interleave;

namespace {

void note_wide(const wchar_t* text, std::size_t length, Kind kind, std::uintptr_t pc) {
  note_access(text, length * sizeof *text, kind, pc);
}

}  // namespace

extern "C" {

std::size_t wcslen(const wchar_t* text) noexcept {
  const auto original = INTERLEAVE_REAL(wcslen);
  if (!watching) return original(text);
  const Entered entered;
  note_wide(text, original(text) + 1, Kind::read, INTERLEAVE_CALLER);
  return original(text);
}

wchar_t* wmemcpy(wchar_t* __restrict target, const wchar_t* __restrict source, std::size_t length) noexcept {
  const auto original = INTERLEAVE_REAL(wmemcpy);
  if (!watching) return original(target, source, length);
  const Entered entered;
  note_wide(source, length, Kind::read, INTERLEAVE_CALLER);
  note_wide(target, length, Kind::write, INTERLEAVE_CALLER);
  return original(target, source, length);
}

wchar_t* wmemmove(wchar_t* target, const wchar_t* source, std::size_t length) noexcept {
  const auto original = INTERLEAVE_REAL(wmemmove);
  if (!watching) return original(target, source, length);
  const Entered entered;
  note_wide(source, length, Kind::read, INTERLEAVE_CALLER);
  note_wide(target, length, Kind::write, INTERLEAVE_CALLER);
  return original(target, source, length);
}

wchar_t* wmemset(wchar_t* target, wchar_t letter, std::size_t length) noexcept {
  const auto original = INTERLEAVE_REAL(wmemset);
  if (!watching) return original(target, letter, length);
  const Entered entered;
  note_wide(target, length, Kind::write, INTERLEAVE_CALLER);
  return original(target, letter, length);
}

int wmemcmp(const wchar_t* first, const wchar_t* second, std::size_t length) noexcept {
  const auto original = INTERLEAVE_REAL(wmemcmp);
  if (!watching) return original(first, second, length);
  const Entered entered;
  note_wide(first, length, Kind::read, INTERLEAVE_CALLER);
  note_wide(second, length, Kind::read, INTERLEAVE_CALLER);
  return original(first, second, length);
}

// The header declares it twice, so ours has another name, and the library's for the linker alone.
wchar_t* find_wide(const wchar_t* text, wchar_t letter, std::size_t length) noexcept __asm__("wmemchr");

wchar_t* find_wide(const wchar_t* text, wchar_t letter, std::size_t length) noexcept {
  static const auto original = interleave::real<decltype(&find_wide)>("wmemchr");
  if (!watching) return original(text, letter, length);
  const Entered entered;
  const wchar_t* const found = original(text, letter, length);
  const std::size_t read = found == nullptr ? length : static_cast<std::size_t>(found - text) + 1;
  note_wide(text, read, Kind::read, INTERLEAVE_CALLER);
  return original(text, letter, length);
}

}  // extern "C"

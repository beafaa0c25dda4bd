// tools/interleave/runtime/hooks_output.cpp: what the program prints. Every call is a step, since the order can be
// seen; it is kept for the report and goes nowhere else.
#include "entered.hpp"
#include "printf_arguments.hpp"
#include "real.hpp"
#include "startup.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

using namespace interleave;

namespace {

bool is_output(int descriptor) { return watching && (descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO); }
bool is_output(FILE* file) { return watching && (file == stdout || file == stderr); }

// Both streams share a terminal, so their order counts.
void print(std::string_view text, std::uintptr_t pc) {
  execution->step({.kind = Kind::print, .address = address_of(stdout), .pc = pc});
  execution->print(text);
}

// What is printed is read before.
void note_bytes(std::string_view bytes, std::uintptr_t pc) { note_access(bytes.data(), bytes.size(), Kind::read, pc); }
void note_text(const char* text, std::uintptr_t pc) { note_access(text, std::strlen(text) + 1, Kind::read, pc); }

std::string format(const char* text, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  const int size = INTERLEAVE_REAL(vsnprintf)(nullptr, 0, text, again);
  va_end(again);
  std::string result(size < 0 ? 0 : static_cast<std::size_t>(size), '\0');
  INTERLEAVE_REAL(vsnprintf)(result.data(), result.size() + 1, text, arguments);
  return result;
}

int print_formatted(const char* text, va_list arguments, std::uintptr_t pc) {
  const Entered entered;
  note_arguments(text, arguments, pc);
  const std::string result = format(text, arguments);
  print(result, pc);
  return static_cast<int>(result.size());
}

// Into memory: what was written there, the null at the end included, is an access like any other.
int print_into(char* buffer, std::size_t size, const char* text, va_list arguments, std::uintptr_t pc) {
  if (!watching) return INTERLEAVE_REAL(vsnprintf)(buffer, size, text, arguments);
  const Entered entered;
  note_arguments(text, arguments, pc);
  const std::string result = format(text, arguments);
  if (size == 0) return static_cast<int>(result.size());
  const std::size_t kept = std::min(result.size(), size - 1);
  note_access(buffer, kept + 1, Kind::write, pc);
  std::ranges::copy(std::string_view(result).substr(0, kept), buffer);
  buffer[kept] = '\0';
  return static_cast<int>(result.size());
}

}  // namespace

extern "C" {

int vsnprintf(char* buffer, std::size_t size, const char* text, va_list arguments) noexcept {
  return print_into(buffer, size, text, arguments, INTERLEAVE_CALLER);
}

int snprintf(char* buffer, std::size_t size, const char* text, ...) noexcept {
  va_list arguments;
  va_start(arguments, text);
  const int count = print_into(buffer, size, text, arguments, INTERLEAVE_CALLER);
  va_end(arguments);
  return count;
}

int sprintf(char* buffer, const char* text, ...) noexcept {
  va_list arguments;
  va_start(arguments, text);
  const int count = print_into(buffer, INT_MAX, text, arguments, INTERLEAVE_CALLER);
  va_end(arguments);
  return count;
}

int vfprintf(FILE* file, const char* text, va_list arguments) {
  if (!is_output(file)) return INTERLEAVE_REAL(vfprintf)(file, text, arguments);
  return print_formatted(text, arguments, INTERLEAVE_CALLER);
}

int fprintf(FILE* file, const char* text, ...) {
  va_list arguments;
  va_start(arguments, text);
  const int count = is_output(file) ? print_formatted(text, arguments, INTERLEAVE_CALLER)
                                    : INTERLEAVE_REAL(vfprintf)(file, text, arguments);
  va_end(arguments);
  return count;
}

int vprintf(const char* text, va_list arguments) {
  if (!watching) return INTERLEAVE_REAL(vfprintf)(stdout, text, arguments);
  return print_formatted(text, arguments, INTERLEAVE_CALLER);
}

int printf(const char* text, ...) {
  va_list arguments;
  va_start(arguments, text);
  const int count = watching ? print_formatted(text, arguments, INTERLEAVE_CALLER)
                             : INTERLEAVE_REAL(vfprintf)(stdout, text, arguments);
  va_end(arguments);
  return count;
}

int puts(const char* text) {
  if (!watching) return INTERLEAVE_REAL(puts)(text);
  const Entered entered;
  note_text(text, INTERLEAVE_CALLER);
  print(std::string(text) + '\n', INTERLEAVE_CALLER);
  return 1;
}

int fputs(const char* text, FILE* file) {
  if (!is_output(file)) return INTERLEAVE_REAL(fputs)(text, file);
  const Entered entered;
  note_text(text, INTERLEAVE_CALLER);
  print(text, INTERLEAVE_CALLER);
  return 1;
}

int fputc(int character, FILE* file) {
  if (!is_output(file)) return INTERLEAVE_REAL(fputc)(character, file);
  const Entered entered;
  print(std::string(1, static_cast<char>(character)), INTERLEAVE_CALLER);
  return character;
}

#undef putc
int putc(int character, FILE* file) { return fputc(character, file); }
#undef putchar
int putchar(int character) { return fputc(character, stdout); }

std::size_t fwrite(const void* bytes, std::size_t size, std::size_t count, FILE* file) {
  if (!is_output(file)) return INTERLEAVE_REAL(fwrite)(bytes, size, count, file);
  const Entered entered;
  const std::string_view text(static_cast<const char*>(bytes), size * count);
  note_bytes(text, INTERLEAVE_CALLER);
  print(text, INTERLEAVE_CALLER);
  return count;
}

int fflush(FILE* file) { return watching ? 0 : INTERLEAVE_REAL(fflush)(file); }

int dprintf(int descriptor, const char* text, ...) {
  va_list arguments;
  va_start(arguments, text);
  const int count = is_output(descriptor) ? print_formatted(text, arguments, INTERLEAVE_CALLER)
                                          : vdprintf(descriptor, text, arguments);
  va_end(arguments);
  return count;
}

ssize_t write(int descriptor, const void* bytes, std::size_t size) {
  if (is_for_records(descriptor)) {
    errno = EBADF;
    return -1;
  }
  if (!is_output(descriptor)) return INTERLEAVE_REAL(write)(descriptor, bytes, size);
  const Entered entered;
  const std::string_view text(static_cast<const char*>(bytes), size);
  note_bytes(text, INTERLEAVE_CALLER);
  print(text, INTERLEAVE_CALLER);
  return static_cast<ssize_t>(size);
}

}  // extern "C"

// tests/tools/interleave/programs/library_reads.cpp: one thread calls the function of the C library that the first
// argument names, with the text that the second is. Meanwhile another one writes the letter at the index that the third
// is.
#include <strings.h>
#include <charconv>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <thread>

namespace {

constexpr std::size_t kLetters = 16;

char text[kLetters];
wchar_t wide[kLetters];
volatile bool result = false;

int print(const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int count = std::vprintf(format, arguments);
  va_end(arguments);
  return count;
}

struct Call {
  const char* name;
  bool (*function)();
};

constexpr Call kCalls[] = {
    {"memchr", [] { return std::memchr(text, '=', kLetters) != nullptr; }},
    {"memrchr", [] { return memrchr(text, '=', 9) != nullptr; }},
    {"memmem", [] { return memmem(text, kLetters, "=v", 2) != nullptr; }},
    {"memcmp", [] { return std::memcmp(text, "key=", 4) == 0; }},
    {"strlen", [] { return std::strlen(text) == 0; }},
    {"strnlen", [] { return strnlen(text, 4) == 0; }},
    {"strcmp", [] { return std::strcmp(text, "key:") == 0; }},
    {"strncmp", [] { return std::strncmp(text, "key=", 4) == 0; }},
    {"strcasecmp", [] { return strcasecmp(text, "KEY:") == 0; }},
    {"strncasecmp", [] { return strncasecmp(text, "KEY=", 4) == 0; }},
    {"strchr", [] { return std::strchr(text, '=') != nullptr; }},
    {"strrchr", [] { return std::strrchr(text, '=') != nullptr; }},
    {"strstr", [] { return std::strstr(text, "=v") != nullptr; }},
    {"strpbrk", [] { return std::strpbrk(text, "=:") != nullptr; }},
    {"strspn", [] { return std::strspn(text, "key") == 0; }},
    {"strcspn", [] { return std::strcspn(text, "=") == 0; }},
    {"getenv", [] { return std::getenv(text) != nullptr; }},
    {"atoi", [] { return std::atoi(text) != 0; }},
    {"atol", [] { return std::atol(text) != 0; }},
    {"atoll", [] { return std::atoll(text) != 0; }},
    {"atof", [] { return std::atof(text) != 0; }},
    {"strtol", [] { return std::strtol(text, nullptr, 0) != 0; }},
    {"strtoll", [] { return std::strtoll(text, nullptr, 0) != 0; }},
    {"strtoul", [] { return std::strtoul(text, nullptr, 0) != 0; }},
    {"strtoull", [] { return std::strtoull(text, nullptr, 0) != 0; }},
    {"strtof", [] { return std::strtof(text, nullptr) != 0; }},
    {"strtod", [] { return std::strtod(text, nullptr) != 0; }},
    {"strtold", [] { return std::strtold(text, nullptr) != 0; }},
    {"from_chars",
     [] {
       double number = 0;
       return std::from_chars(text, text + kLetters, number).ec == std::errc{};
     }},
    {"to_chars", [] { return std::to_chars(text, text + kLetters, 1.5).ec == std::errc{}; }},
    {"wcslen", [] { return std::wcslen(wide) != 0; }},
    {"wmemchr", [] { return std::wmemchr(wide, L'=', kLetters) != nullptr; }},
    {"wmemcmp", [] { return std::wmemcmp(wide, L"key=", 4) == 0; }},
    {"wmemcpy",
     [] {
       wchar_t copy[4];
       return std::wmemcpy(copy, wide, 4) != nullptr;
     }},
    {"wmemmove",
     [] {
       wchar_t copy[4];
       return std::wmemmove(copy, wide, 4) != nullptr;
     }},
    {"wmemset", [] { return std::wmemset(wide, L'-', 4) != nullptr; }},
    {"puts", [] { return std::puts(text) != 0; }},
    {"printf", [] { return std::printf("%d, %s\n", 1, text) != 0; }},
    {"printf-precision", [] { return std::printf("%5.2f %.2s\n", 1.5, text) != 0; }},
    {"printf-precision-argument", [] { return std::printf("%ld%%%c %-*.*s\n", 1L, 'c', 5, 2, text) != 0; }},
    {"printf-format", [] { return std::printf(text) != 0; }},
    {"printf-wide", [] { return std::printf("%Lf %ls\n", 1.5L, wide) != 0; }},
    {"vprintf", [] { return print("%p %s\n", nullptr, text) != 0; }},
    {"fprintf", [] { return std::fprintf(stderr, "%s\n", text) != 0; }},
    {"snprintf",
     [] {
       char copy[kLetters];
       return std::snprintf(copy, sizeof copy, "%zu %s", sizeof copy, text) != 0;
     }},
};

const Call* find_call(const char* name) {
  for (const Call& call : kCalls) {
    if (std::strcmp(call.name, name) == 0) return &call;
  }
  return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const Call* const call = find_call(argv[1]);
  if (call == nullptr) return 2;
  for (std::size_t i = 0; argv[2][i] != '\0'; ++i) wide[i] = text[i] = argv[2][i];
  const std::size_t index = std::strtoul(argv[3], nullptr, 10);
  std::thread writer([index] { text[index] = static_cast<char>(wide[index] = '-'); });
  result = call->function();
  writer.join();
}

// tools/terminal/terminal.cpp: see terminal.hpp.
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace workbook {

namespace {

std::string painted(std::string_view text, int code) {
  return colours() ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

int columns_of(int descriptor, int otherwise) {
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 ? otherwise : size.ws_col;
}

}  // namespace

bool colours() { return std::getenv("NO_COLOR") == nullptr && isatty(STDOUT_FILENO) != 0; }

std::string bold(std::string_view text) { return painted(text, 1); }
std::string red(std::string_view text) { return painted(text, 31); }
std::string green(std::string_view text) { return painted(text, 32); }
std::string yellow(std::string_view text) { return painted(text, 33); }

int columns(int otherwise) {
  const char* const named = std::getenv(kColumnsVariable);
  const int width = named == nullptr ? 0 : std::atoi(named);
  return columns_of(STDOUT_FILENO, width > 0 ? width : otherwise);
}

std::optional<TerminalSize> terminal_size() {
  for (const int descriptor : {STDERR_FILENO, STDOUT_FILENO}) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return TerminalSize{size.ws_col, size.ws_row};
  }
  return std::nullopt;
}

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view text) {
  if (!terminal_) return;
  // A line as wide as the window would wrap, and could not be taken away again.
  const int width = columns_of(STDERR_FILENO, 80) - 1;
  fmt::print(stderr, "\r\033[K{}", text.substr(0, static_cast<std::size_t>(width)));
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace workbook

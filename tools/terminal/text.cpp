// tools/terminal/text.cpp: see text.hpp.
#include "terminal/text.hpp"

#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace workbook {

namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// Where a long word is best broken: behind punctuation, unless that leaves little of the line.
std::size_t end_inside_word(std::string_view text, std::size_t limit) {
  const std::size_t punctuation = text.substr(0, limit).find_last_of(".,:;(>/&");
  return punctuation == std::string_view::npos || punctuation < limit / 2 ? limit : punctuation + 1;
}

std::string painted(std::string_view text, int code, const Look& look) {
  return look.colours ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

}  // namespace

Look look_of_terminal() {
  Look look;
  look.colours = colours();
  setlocale(LC_CTYPE, "");
  look.utf8 = std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return look;
  if (size.ws_col > 0) look.width = std::max<int>(size.ws_col, 40);
  look.height = size.ws_row;
  return look;
}

int columns_of(std::string_view text) { return static_cast<int>(std::ranges::count_if(text, begins_character)); }

std::size_t bytes_of(std::string_view text, int columns) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (begins_character(text[at]) && columns-- == 0) break;
    ++at;
  }
  return at;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (columns_of(text) > width) {
    const std::size_t limit = bytes_of(text, width);
    std::size_t end = text.rfind(' ', limit);
    const bool inside_word = end == std::string_view::npos || end == 0;
    if (inside_word) end = end_inside_word(text, limit);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(inside_word ? end : end + 1);
  }
  lines.emplace_back(text);
  return lines;
}

std::string padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - columns_of(text))), ' ');
  return text;
}

std::string bold(std::string_view text, const Look& look) { return painted(text, 1, look); }
std::string red(std::string_view text, const Look& look) { return painted(text, 31, look); }
std::string green(std::string_view text, const Look& look) { return painted(text, 32, look); }

std::string counted(long long count, std::string_view one, std::string_view many) {
  const std::string digits = std::to_string(count);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += ',';
    grouped += digits[i];
  }
  return fmt::format("{} {}", grouped, count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace workbook

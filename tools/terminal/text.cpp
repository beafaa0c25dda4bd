// tools/terminal/text.cpp: see text.hpp.
#include "terminal/text.hpp"

#include <algorithm>

namespace workbook {

namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// How many bytes the first `columns` characters take.
std::size_t bytes_of(std::string_view text, int columns) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (begins_character(text[at]) && columns-- == 0) break;
    ++at;
  }
  return at;
}

// Where a long word is best broken: behind punctuation, unless that leaves little of the line.
std::size_t end_inside_word(std::string_view text, std::size_t limit) {
  const std::size_t punctuation = text.substr(0, limit).find_last_of(".,:;(>/&");
  return punctuation == std::string_view::npos || punctuation < limit / 2 ? limit : punctuation + 1;
}

// How many bytes the character in UTF-8 takes with which `text` begins; 0: it is none.
std::size_t size_of_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t size = first < 0x80   ? 1
                           : first < 0xC2 ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  if (size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (begins_character(text[i])) return 0;
  }
  return size;
}

// Those of ASCII, and those from U+0080 to U+009F.
bool steers(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (first == 0xC2) return static_cast<unsigned char>(character[1]) < 0xA0;
  return first < ' ' || first == 0x7F;
}

}  // namespace

int columns_of(std::string_view text) { return static_cast<int>(std::ranges::count_if(text, begins_character)); }

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

std::string printable(std::string_view text, bool utf8) {
  constexpr int kTab = 8;
  std::string line;
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(size_of_character(text), 1);
    const std::string_view character = text.substr(0, size);
    const bool is_character = size_of_character(text) > 0;
    text.remove_prefix(size);
    if (character == "\t") {
      line.append(static_cast<std::size_t>(kTab - columns_of(line) % kTab), ' ');
    } else if (!is_character || steers(character) || (size > 1 && !utf8)) {
      line += '?';
    } else {
      line += character;
    }
  }
  return line;
}

std::string padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - columns_of(text))), ' ');
  return text;
}

}  // namespace workbook

// tools/terminal/printable.cpp: see printable.hpp.
#include "terminal/printable.hpp"

#include "terminal/text.hpp"

#include <algorithm>

namespace workbook {

namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

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

}  // namespace workbook

// tools/workbook/race/histogram.cpp: see histogram.hpp.
#include "race/histogram.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace workbook {

namespace {

constexpr std::size_t kLabelColumns = 34;
constexpr int kBarColumns = 28;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

// How many bytes the character at `at` has; 0 where it is none.
std::size_t length_at(const std::string& text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[at + i])) return 0;
  }
  return length;
}

// Characters of a terminal's own language: those below a blank, and those from 0x7F to 0x9F.
bool steers(const std::string& character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (first < 0x20 || first == 0x7F) return true;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

std::vector<std::string> characters_of(const std::string& text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_at(text, at);
    std::string character = length == 0 ? "?" : text.substr(at, length);
    characters.push_back(steers(character) ? "?" : character);
    at += std::max<std::size_t>(length, 1);
  }
  return characters;
}

std::string padded(const std::string& text, std::size_t columns) {
  const auto used = static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
  return text + std::string(columns - std::min(used, columns), ' ');
}

// In eighths of a column; whatever happened at all is seen.
std::string drawn(int count, int largest, bool utf8) {
  constexpr std::array kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) return "";
  const std::int64_t eighths = std::max<std::int64_t>(1, std::int64_t{count} * kBarColumns * 8 / largest);
  if (!utf8) return std::string(static_cast<std::size_t>((eighths + 7) / 8), '#');
  std::string bar;
  for (std::int64_t column = 0; column < eighths / 8; ++column) bar += "█";
  return bar + kEighths[static_cast<std::size_t>(eighths % 8)];
}

}  // namespace

std::string plain(const std::string& text, std::size_t columns) {
  const std::vector<std::string> characters = characters_of(text);
  const bool whole = characters.size() <= columns;
  std::string shown;
  for (std::size_t i = 0; i < (whole ? characters.size() : columns - 3); ++i) shown += characters[i];
  return whole ? shown : shown + "...";
}

std::string histogram(const std::vector<Bar>& bars, bool utf8, bool judged) {
  int largest = 0;
  for (const Bar& bar : bars) largest = std::max(largest, bar.count);
  std::string lines;
  for (const Bar& bar : bars) {
    const std::string drawing = padded(drawn(bar.count, largest, utf8), kBarColumns);
    const char* const verdict = !judged ? "" : bar.wrong ? "  wrong" : "  right";
    lines += fmt::format("  {} {} {:>6}{}\n", padded(plain(bar.label, kLabelColumns), kLabelColumns), drawing,
                         bar.count, verdict);
  }
  return lines;
}

}  // namespace workbook

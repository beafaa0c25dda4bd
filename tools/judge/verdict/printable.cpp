// tools/judge/verdict/printable.cpp: see printable.hpp.
#include "judge/verdict/printable.hpp"

#include <array>
#include <cstdint>

namespace judge {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// By its first byte: how long a character is, and the bits of its number in that byte. 0: no character begins so.
struct Beginning {
  std::size_t size;
  std::uint32_t bits;
};

Beginning beginning_of(unsigned byte) {
  if (byte < 0x80) return {1, byte};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1F};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0F};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07};
  return {0, 0};
}

// Longer than it need be, a half of a pair, past the last there is, or one that XML has no place for.
bool is_refused(std::uint32_t number, std::size_t size) {
  static constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  return number < kSmallest[size] || (number >= 0xD800 && number < 0xE000) || number > 0x10FFFF ||
         (number & 0xFFFE) == 0xFFFE;
}

// C0 and C1 controls, which move a terminal's cursor or change its colours; and marks that turn the direction of text.
bool is_control(std::uint32_t number) {
  if (number == '\n' || number == '\t') return false;
  return number < 0x20 || (number >= 0x7F && number < 0xA0) || (number >= 0x202A && number <= 0x202E) ||
         (number >= 0x2066 && number <= 0x2069);
}

// How many bytes the character at `at` takes that may be shown; 0: none begins there, or it may not.
std::size_t shown_size(std::string_view text, std::size_t at) {
  const Beginning beginning = beginning_of(byte_at(text, at));
  if (beginning.size == 0 || at + beginning.size > text.size()) return 0;
  std::uint32_t number = beginning.bits;
  for (std::size_t i = 1; i < beginning.size; ++i) {
    const unsigned byte = byte_at(text, at + i);
    if ((byte & 0xC0) != 0x80) return 0;
    number = number << 6 | (byte & 0x3F);
  }
  return is_refused(number, beginning.size) || is_control(number) ? 0 : beginning.size;
}

std::string written_out(unsigned byte) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  return {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 0xF]};
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = shown_size(text, at);
    result += size == 0 ? written_out(byte_at(text, at)) : std::string(text.substr(at, size));
    at += size == 0 ? 1 : size;
  }
  return result;
}

std::string markup(std::string_view text) {
  std::string result;
  for (const char character : printable(text)) {
    switch (character) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += character;
    }
  }
  return result;
}

}  // namespace judge

// tools/interleave/report/text.cpp: see text.hpp.
#include "interleave/report/text.hpp"

#include <fmt/core.h>

namespace interleave {

namespace {

std::string painted(std::string_view text, int code, const Look& look) {
  return look.colours ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

}  // namespace

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

}  // namespace interleave

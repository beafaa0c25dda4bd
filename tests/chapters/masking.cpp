// tests/chapters/masking.cpp: see masking.hpp.
#include "masking.hpp"

#include <algorithm>
#include <regex>
#include <string_view>

namespace chapters {

namespace {

std::vector<std::string> split(std::string_view words) {
  static constexpr std::string_view kBetween = ", ";
  std::vector<std::string> result;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(kBetween), words.size());
    result.emplace_back(words.substr(0, end));
    words.remove_prefix(std::min(end + kBetween.size(), words.size()));
  }
  return result;
}

std::string masked_line(const std::string& line) {
  static const std::regex number(R"([-+]?\d+(\.\d+)?(e[-+]?\d+)?)");
  static const std::regex blanks(" +");
  return std::regex_replace(std::regex_replace(line, number, "#"), blanks, " ");
}

}  // namespace

std::vector<std::string> masked(std::vector<std::string> lines, const std::string& words) {
  const std::vector<std::string> marks = split(words);
  for (std::string& line : lines) {
    const bool varies = std::ranges::any_of(
        marks, [&](const std::string& mark) { return mark == "*" || line.find(mark) != std::string::npos; });
    if (varies) line = masked_line(line);
  }
  return lines;
}

}  // namespace chapters

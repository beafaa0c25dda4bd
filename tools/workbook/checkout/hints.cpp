// tools/workbook/checkout/hints.cpp: see hints.hpp.
#include "checkout/hints.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

namespace workbook {

namespace {

bool is_digit(unsigned char character) { return std::isdigit(character) != 0; }

// How long "1. " or "12. " is; 0 where a line begins no hint.
std::size_t number_length(const std::string& line) {
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(line, is_digit) - line.begin());
  return digits > 0 && line.compare(digits, 2, ". ") == 0 ? digits + 2 : 0;
}

}  // namespace

std::vector<std::string> hints_for(const Lesson& lesson, const std::string& hole) {
  std::vector<std::string> hints;
  std::ifstream in(lesson.folder() / "hints.md");
  bool wanted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) {
      wanted = line == "## " + hole;
    } else if (wanted && number_length(line) > 0) {
      hints.push_back(line.substr(number_length(line)));
    } else if (wanted && !hints.empty()) {
      hints.back() += '\n' + line;
    }
  }
  return hints;
}

}  // namespace workbook

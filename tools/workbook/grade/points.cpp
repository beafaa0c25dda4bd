// tools/workbook/grade/points.cpp: see points.hpp.
#include "grade/points.hpp"

#include "programs/failure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <vector>

namespace workbook {

namespace {

constexpr const char* kHeading = "lesson,check,points";

std::optional<double> number_in(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || !std::isfinite(number) || number < 0) return std::nullopt;
  return number;
}

std::string trimmed(std::string text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, blank));
  return text;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
    end = line.find(',', begin);
    fields.push_back(trimmed(line.substr(begin, end == std::string::npos ? end : end - begin)));
  }
  return fields;
}

}  // namespace

Points Points::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Failure(fmt::format("cannot read {}, wanted a table of lines \"{}\"", file.string(), kHeading));
  Points points;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    line = trimmed(line);
    if (line.empty() || line.starts_with('#') || line == kHeading) continue;
    const std::vector<std::string> fields = fields_of(line);
    const std::optional<double> worth = fields.size() == 3 ? number_in(fields[2]) : std::nullopt;
    if (!worth) {
      throw Failure(fmt::format("{}:{}: got '{}', wanted \"{}\" with points of 0 or more", file.string(), number, line,
                                kHeading));
    }
    if (!points.worth_.emplace(std::pair(fields[0], fields[1]), *worth).second) {
      throw Failure(fmt::format("{}:{}: {} of {} stands there twice", file.string(), number, fields[1], fields[0]));
    }
  }
  return points;
}

double Points::worth(const std::string& lesson, const std::string& check) const {
  for (const std::string& name : {check, std::string("*")}) {
    const auto found = worth_.find({lesson, name});
    if (found != worth_.end()) return found->second;
  }
  return 1;
}

std::vector<std::string> Points::unknown(const std::map<std::string, std::vector<std::string>>& checks) const {
  std::vector<std::string> unknown;
  for (const auto& [key, worth] : worth_) {
    const auto lesson = checks.find(key.first);
    const bool known = lesson != checks.end() &&
                       (key.second == "*" || std::ranges::find(lesson->second, key.second) != lesson->second.end());
    if (!known) unknown.push_back(key.first + "," + key.second);
  }
  return unknown;
}

}  // namespace workbook

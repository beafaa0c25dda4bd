// tools/workbook/doctor/finding.cpp: see finding.hpp.
#include "doctor/finding.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace workbook {

namespace {

constexpr std::size_t kTextColumn = 31;

std::string word_for(NeededBy who) {
  switch (who) {
    case NeededBy::student:
      return "student";
    case NeededBy::instructor:
      return "instructor";
    case NeededBy::maintainer:
      return "maintainer";
  }
  return "";
}

// The words of `text` in lines that begin at kTextColumn.
std::string wrapped(const std::string& text, std::size_t columns) {
  std::istringstream words(text);
  std::string result;
  std::size_t column = kTextColumn;
  for (std::string word; words >> word;) {
    if (column > kTextColumn && column + 1 + word.size() > columns) {
      result += '\n' + std::string(kTextColumn, ' ');
      column = kTextColumn;
    }
    if (column > kTextColumn) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result;
}

}  // namespace

std::string word_for(Health health) {
  switch (health) {
    case Health::works:
      return "works";
    case Health::limited:
      return "limited";
    case Health::missing:
      return "missing";
  }
  return "";
}

std::string finding_text(const Finding& finding, std::size_t columns) {
  const std::string seen = finding.found + (finding.found.empty() ? "" : "; ") + "for " + finding.needed_for;
  std::string text = fmt::format("{:<8}{:<23}{}\n", word_for(finding.health), finding.name, wrapped(seen, columns));
  // A command stays in one line, so that it can be copied.
  if (!finding.mend.empty()) text += fmt::format("{:<8}mend: {}\n", "", finding.mend);
  return text;
}

std::string findings_json(const std::vector<Finding>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings) {
    list.push_back({{"name", finding.name},
                    {"needed_by", word_for(finding.needed_by)},
                    {"health", word_for(finding.health)},
                    {"found", finding.found},
                    {"needed_for", finding.needed_for},
                    {"mend", finding.mend}});
  }
  const nlohmann::ordered_json report = {{"good_enough_for_a_student", good_enough_for_a_student(findings)},
                                         {"findings", list}};
  return report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

bool good_enough_for_a_student(const std::vector<Finding>& findings) {
  return std::ranges::none_of(findings, [](const Finding& finding) {
    return finding.needed_by == NeededBy::student && finding.health == Health::missing;
  });
}

}  // namespace workbook

// tools/judge/parent/shown.cpp: see shown.hpp.
#include "judge/parent/shown.hpp"

#include "interleave/report/text.hpp"
#include "terminal/terminal.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace judge {

namespace {

constexpr std::string_view kIndent = "    ";
constexpr int kColumns = 100;  // in a file, and in the texts that show messages

std::string painted(Verdict verdict) {
  const std::string word = interleave::padded(verdict == Verdict::passed ? "ok" : word_for(verdict), 12);
  if (verdict == Verdict::passed) return workbook::green(word);
  return verdict == Verdict::wrong ? workbook::red(word) : workbook::yellow(word);
}

// The column at which a line of a message goes on: behind "  why     " or behind the hole's number.
int text_column(const std::string& line) {
  const bool is_part = line.starts_with("  ");
  const std::size_t word = line.find_first_not_of(' ');
  const std::size_t end = line.find("  ", word == std::string::npos ? 0 : word);
  const std::size_t text = end == std::string::npos ? word : line.find_first_not_of(' ', end);
  const bool is_far = text == std::string::npos || text > (is_part ? 10 : 6);
  return is_far ? 0 : static_cast<int>(text);
}

std::string in_lines(const std::string& message) {
  std::istringstream lines(message);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    const auto column = static_cast<std::size_t>(text_column(line));
    const int width = std::max(20, workbook::columns(kColumns) - static_cast<int>(kIndent.size() + column));
    std::string before = line.substr(0, column);
    for (const std::string& part : interleave::wrapped(std::string_view(line).substr(column), width)) {
      result.append(kIndent).append(before).append(part).append("\n");
      before.assign(column, ' ');
    }
  }
  return result;
}

std::string behind_the_name(const CheckResult& result) {
  // What is not done needs no explanation, and there is much of it in the beginning.
  if (result.verdict == Verdict::not_done) return "  (" + result.message + ")";
  std::string text;
  for (const Remark& remark : result.remarks) text += (text.empty() ? "  " : "; ") + remark.text;
  return text;
}

}  // namespace

std::string text_of(const Finding& finding) {
  std::string text = finding.hole + "  " + finding.what + '\n';
  for (const std::string& place : finding.where) {
    text += (&place == &finding.where.front() ? "  where   " : "          ") + place + '\n';
  }
  if (!finding.why.empty()) text += "  why     " + finding.why + '\n';
  if (!finding.to_try.empty()) text += "  try     " + finding.to_try + '\n';
  return text + "  again   " + finding.again;
}

std::string shown(const CheckResult& result) {
  const std::string head = "  " + painted(result.verdict) + "  " + result.name + behind_the_name(result) + '\n';
  return result.verdict == Verdict::not_done ? head : head + in_lines(result.message);
}

}  // namespace judge

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

// The column at which a line of a message goes on: behind "  why     ", or behind the hole's number.
std::size_t text_column(const std::string& line) {
  if (line.starts_with("  ")) return std::min<std::size_t>(10, line.size());
  return line.find("  ") == 4 ? 6 : 0;
}

// A blank at a line's end is nobody's.
std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string in_lines(const std::string& message) {
  std::istringstream lines(message);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t column = text_column(line);
    const int width = std::max(20, workbook::columns(kColumns) - static_cast<int>(kIndent.size() + column));
    if (line.starts_with("  again")) {  // to be copied in one piece
      result += std::string(kIndent) + line + '\n';
      continue;
    }
    std::string before = line.substr(0, column);
    for (const std::string& part : interleave::wrapped(std::string_view(line).substr(column), width)) {
      std::string whole(kIndent);
      whole.append(before).append(part);
      result += trimmed(whole) + '\n';
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

std::string shown(const CheckResult& result, const CheckResults& earlier) {
  const std::string head = "  " + painted(result.verdict) + "  " + result.name + behind_the_name(result);
  const auto same = std::ranges::find(earlier, result.message, &CheckResult::message);
  if (result.verdict == Verdict::wrong && same != earlier.end()) return head + "  (the same as " + same->name + ")\n";
  return head + '\n' + (result.verdict == Verdict::not_done ? "" : in_lines(result.message));
}

}  // namespace judge

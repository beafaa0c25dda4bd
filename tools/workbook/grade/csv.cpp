// tools/workbook/grade/csv.cpp: see csv.hpp.
#include "grade/csv.hpp"

#include "judge/verdict/printable.hpp"

#include <algorithm>

namespace workbook {

namespace {

std::string row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

std::vector<std::string> heading(const std::vector<std::string>& lessons) {
  std::vector<std::string> cells{"student"};
  for (const std::string& lesson : lessons) {
    cells.insert(cells.end(), {lesson + " points", lesson + " of", lesson + " verdict"});
  }
  cells.insert(cells.end(), {"points", "of", "open"});
  return cells;
}

}  // namespace

std::string csv_cell(const std::string& text) {
  // What a spreadsheet takes for a formula, blanks before it or not.
  std::string cell = judge::printable(text);
  const std::size_t first = cell.find_first_not_of(" \t\n");
  if (first != std::string::npos && std::string("=+-@").find(cell[first]) != std::string::npos) cell.insert(0, "'");
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted;
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string{c};
  return '"' + quoted + '"';
}

std::string class_csv(const GradedClass& graded) {
  const std::vector<std::string> lessons = graded.lessons();
  std::string text = row(heading(lessons));
  for (const std::string& student : graded.students()) {
    const std::vector<GradedAnswer> answers = graded.answers_of(student);
    std::vector<std::string> cells{student};
    for (const std::string& lesson : lessons) {
      const auto answer = std::ranges::find(answers, lesson, &GradedAnswer::lesson);
      if (answer == answers.end()) {
        cells.insert(cells.end(), {"", "", ""});
        continue;
      }
      const Score score = graded.score_of(*answer);
      cells.insert(cells.end(), {number_text(score.points), number_text(score.most), word_for(*answer)});
    }
    const Score sum = graded.score_of(student);
    cells.insert(cells.end(), {number_text(sum.points), number_text(sum.most), sum.is_open ? "yes" : "no"});
    text += row(cells);
  }
  return text;
}

}  // namespace workbook

// tools/workbook/grade/annotations.cpp: see annotations.hpp.
#include "grade/annotations.hpp"

#include "judge/verdict/printable.hpp"

#include <fmt/core.h>

#include <cctype>
#include <string_view>

namespace workbook {

namespace {

// A newline or a percent sign of a student's would begin a command of its own.
std::string escaped(const std::string& text, std::string_view more = "") {
  std::string result;
  for (const char c : judge::printable(text)) {
    const bool special = c == '%' || c == '\r' || c == '\n' || more.find(c) != std::string_view::npos;
    result += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string{c};
  }
  return result;
}

// "exercise.hpp:24, Total::add" is line 24; 0 where there is none.
int line_in(const std::string& place) {
  const std::size_t colon = place.find(':');
  if (colon == std::string::npos) return 0;
  int line = 0;
  for (std::size_t i = colon + 1;
       i < place.size() && std::isdigit(static_cast<unsigned char>(place[i])) != 0 && line < 1'000'000; ++i) {
    line = 10 * line + (place[i] - '0');
  }
  return line;
}

std::string command(const std::string& level, const std::string& file, int line, const std::string& title,
                    const std::string& message) {
  std::string text = fmt::format("::{} file={}", level, escaped(file, ":,"));
  if (line > 0) text += fmt::format(",line={}", line);
  return text + fmt::format(",title={}::{}\n", escaped(title, ":,"), escaped(message));
}

std::string annotation_of(const judge::LessonVerdict& lesson, const judge::CheckResult& check) {
  if (check.verdict == judge::Verdict::passed) return "";
  const std::string level = check.verdict == judge::Verdict::wrong ? "error" : "notice";
  const bool has_place = check.finding && !check.finding->where.empty();
  return command(level, lesson.exercise, has_place ? line_in(check.finding->where.front()) : 0,
                 fmt::format("{}: {}", check.name, judge::word_for(check.verdict)), check.message);
}

std::string cell(const std::string& text) {
  std::string result;
  for (const char c : judge::markup(text)) result += c == '|' ? "&#124;" : c == '\n' ? " " : std::string{c};
  return result;
}

}  // namespace

std::string github_annotations(const std::vector<judge::LessonVerdict>& lessons) {
  std::string text;
  for (const judge::LessonVerdict& lesson : lessons) {
    if (!lesson.problem.empty()) text += command("warning", lesson.exercise, 0, lesson.lesson, lesson.problem);
    if (lesson.compile_errors) {
      for (const judge::CompileError& error : lesson.compile_errors->shown) {
        text += command("error", error.file, error.line, lesson.lesson + " does not compile", error.text);
      }
    }
    for (const judge::CheckResult& check : lesson.checks) text += annotation_of(lesson, check);
  }
  return text;
}

std::string github_summary(const std::vector<judge::LessonVerdict>& lessons) {
  std::string text = "| lesson | verdict | |\n|---|---|---|\n";
  for (const judge::LessonVerdict& lesson : lessons) {
    text += fmt::format("| {} | {} | {} |\n", cell(lesson.lesson), judge::word_for(judge::verdict_of(lesson)),
                        cell(judge::summary_of(lesson)));
  }
  return text;
}

}  // namespace workbook

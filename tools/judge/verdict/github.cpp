// tools/judge/verdict/github.cpp: see github.hpp.
#include "judge/verdict/github.hpp"

#include "judge/verdict/printable.hpp"

#include <cctype>
#include <string_view>

namespace judge {

namespace {

std::string in_hexadecimal(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', kDigits[byte >> 4], kDigits[byte & 15]};
}

// A newline or a percent sign of a student's would begin a command of its own.
std::string escaped(const std::string& text, std::string_view more = "") {
  std::string result;
  for (const char c : printable(text)) {
    const bool special = c == '%' || c == '\r' || c == '\n' || more.find(c) != std::string_view::npos;
    result += special ? in_hexadecimal(c) : std::string{c};
  }
  return result;
}

// "exercise.hpp:24, Total::add" is line 24; 0 where there is none.
int line_in(const std::string& place) {
  constexpr int kMostLines = 1'000'000;
  const std::size_t colon = place.find(':');
  if (colon == std::string::npos) return 0;
  int line = 0;
  for (std::size_t i = colon + 1; i < place.size() && line < kMostLines; ++i) {
    if (std::isdigit(static_cast<unsigned char>(place[i])) == 0) break;
    line = 10 * line + (place[i] - '0');
  }
  return line;
}

struct Annotation {
  std::string level;  // "error", "warning" or "notice"
  std::string file;
  int line = 0;  // 0: of the file as a whole
  std::string title;
  std::string message;
};

std::string command(const Annotation& annotation) {
  std::string text = "::" + annotation.level + " file=" + escaped(annotation.file, ":,");
  if (annotation.line > 0) text += ",line=" + std::to_string(annotation.line);
  return text + ",title=" + escaped(annotation.title, ":,") + "::" + escaped(annotation.message) + '\n';
}

std::string annotation_of(const LessonVerdict& lesson, const CheckResult& check) {
  if (check.verdict == Verdict::passed) return "";
  const bool has_place = check.finding && !check.finding->where.empty();
  return command({check.verdict == Verdict::wrong ? "error" : "notice", lesson.exercise,
                  has_place ? line_in(check.finding->where.front()) : 0, check.name + ": " + word_for(check.verdict),
                  check.message});
}

std::string cell(const std::string& text) {
  std::string result;
  for (const char c : markup(text)) {
    result += c == '|' ? "&#124;" : c == '\n' ? " " : std::string{c};
  }
  return result;
}

}  // namespace

std::string github_annotations(const std::vector<LessonVerdict>& lessons) {
  std::string text;
  for (const LessonVerdict& lesson : lessons) {
    if (!lesson.problem.empty()) text += command({"warning", lesson.exercise, 0, lesson.lesson, lesson.problem});
    if (lesson.compile_errors) {
      for (const CompileError& error : lesson.compile_errors->shown) {
        text += command({"error", error.file, error.line, lesson.lesson + " does not compile", error.text});
      }
    }
    for (const CheckResult& check : lesson.checks) text += annotation_of(lesson, check);
  }
  return text;
}

std::string github_summary(const std::vector<LessonVerdict>& lessons) {
  std::string text = "| lesson | verdict | |\n|---|---|---|\n";
  for (const LessonVerdict& lesson : lessons) {
    text +=
        "| " + cell(lesson.lesson) + " | " + word_for(verdict_of(lesson)) + " | " + cell(summary_of(lesson)) + " |\n";
  }
  return text;
}

}  // namespace judge

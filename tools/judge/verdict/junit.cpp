// tools/judge/verdict/junit.cpp: see junit.hpp.
#include "judge/verdict/junit.hpp"

#include "judge/verdict/printable.hpp"

#include <algorithm>

namespace judge {

namespace {

// Between quotes, where a reader takes newlines for blanks unless they are written as numbers.
std::string attribute(const std::string& name, const std::string& value) {
  std::string result;
  for (const char character : markup(value)) {
    const bool is_blank = character == '\n' || character == '\t';
    result += is_blank ? "&#" + std::to_string(static_cast<int>(character)) + ';' : std::string{character};
  }
  return ' ' + name + "=\"" + result + '"';
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// The element that tells how a case ended; nothing for one that passed.
std::string ending_of(Verdict verdict, const std::string& message) {
  if (verdict == Verdict::passed) return "";
  const std::string attributes = attribute("message", first_line(message)) + attribute("type", word_for(verdict));
  if (verdict == Verdict::not_done) return "<skipped" + attribute("message", first_line(message)) + "/>";
  const std::string element = verdict == Verdict::wrong ? "failure" : "error";
  return '<' + element + attributes + '>' + markup(message) + "</" + element + '>';
}

std::string remarks_of(const CheckResult& check) {
  std::string text;
  for (const Remark& remark : check.remarks) text += (text.empty() ? "" : "; ") + remark.text;
  return text.empty() ? "" : "<system-out>" + markup(text) + "</system-out>";
}

std::string case_of(const LessonVerdict& lesson, const CheckResult& check) {
  const std::size_t point = check.name.find('.');
  return "    <testcase" + attribute("classname", lesson.lesson + '.' + check.name.substr(0, point)) +
         attribute("name", check.name.substr(point == std::string::npos ? 0 : point + 1)) + '>' +
         ending_of(check.verdict, check.message) + remarks_of(check) + "</testcase>\n";
}

std::string told_by(const CompileErrors& errors) {
  std::string text = errors.headline + '\n' + errors.linker;
  for (const CompileError& error : errors.shown) {
    text += error.file + ':' + std::to_string(error.line) + ": " + error.text + '\n';
  }
  return text;
}

// What stands in place of checks where none could run.
CheckResults cases_of(const LessonVerdict& lesson) {
  if (!lesson.problem.empty()) return {{"Exercise.CanBeJudged", Verdict::bug, lesson.problem}};
  if (lesson.compile_errors) return {{"Exercise.Compiles", Verdict::wrong, told_by(*lesson.compile_errors)}};
  return lesson.checks;
}

std::string counts_of(const CheckResults& cases) {
  const auto count = [&](Verdict verdict) { return std::ranges::count(cases, verdict, &CheckResult::verdict); };
  return attribute("tests", std::to_string(cases.size())) +
         attribute("failures", std::to_string(count(Verdict::wrong))) +
         attribute("errors", std::to_string(count(Verdict::bug) + count(Verdict::inconclusive))) +
         attribute("skipped", std::to_string(count(Verdict::not_done)));
}

std::string suite_of(const LessonVerdict& lesson) {
  const CheckResults cases = cases_of(lesson);
  std::string text = "  <testsuite" + attribute("name", lesson.lesson) + counts_of(cases) + ">\n";
  if (lesson.seed) {
    text += "    <properties><property name=\"seed\"" + attribute("value", std::to_string(*lesson.seed)) +
            "/></properties>\n";
  }
  for (const CheckResult& each : cases) text += case_of(lesson, each);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string as_junit(const std::vector<LessonVerdict>& lessons) {
  CheckResults all;
  std::string suites;
  for (const LessonVerdict& lesson : lessons) {
    const CheckResults cases = cases_of(lesson);
    all.insert(all.end(), cases.begin(), cases.end());
    suites += suite_of(lesson);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"workbook\"" + counts_of(all) + ">\n" + suites +
         "</testsuites>\n";
}

}  // namespace judge

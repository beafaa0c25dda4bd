// tools/workbook/grade/graded.cpp: see graded.hpp.
#include "grade/graded.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace workbook {

namespace {

void add_unique(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

const judge::CheckResult* find_check(const judge::LessonVerdict& verdict, const std::string& name) {
  const auto found = std::ranges::find(verdict.checks, name, &judge::CheckResult::name);
  return found == verdict.checks.end() ? nullptr : &*found;
}

// A machine without time and a fault of ours cost no student a point.
bool counts(const judge::CheckResult* check) {
  return check == nullptr || (check->verdict != judge::Verdict::inconclusive && check->verdict != judge::Verdict::bug);
}

}  // namespace

Score& Score::operator+=(const Score& other) {
  points += other.points;
  most += other.most;
  is_open = is_open || other.is_open;
  return *this;
}

std::vector<std::string> GradedClass::students() const {
  std::vector<std::string> names;
  for (const GradedAnswer& answer : answers) {
    if (names.empty() || names.back() != answer.student) names.push_back(answer.student);
  }
  return names;
}

std::vector<std::string> GradedClass::lessons() const {
  std::vector<std::string> names;
  for (const GradedAnswer& answer : answers) add_unique(names, answer.lesson);
  std::ranges::sort(names);
  return names;
}

std::vector<GradedAnswer> GradedClass::answers_of(const std::string& student) const {
  std::vector<GradedAnswer> found;
  std::ranges::copy_if(answers, std::back_inserter(found),
                       [&](const auto& answer) { return answer.student == student; });
  return found;
}

Score GradedClass::score_of(const GradedAnswer& answer) const {
  if (answer.standing == Standing::withheld || !answer.verdict.problem.empty()) return {0, 0, true};
  Score score;
  const auto names = checks.find(answer.lesson);
  if (names == checks.end()) return score;
  for (const std::string& name : names->second) {
    const double worth = points.worth(answer.lesson, name);
    const judge::CheckResult* const check = find_check(answer.verdict, name);
    if (!counts(check)) {
      score.is_open = true;
      continue;
    }
    score.most += worth;
    if (check != nullptr && check->verdict == judge::Verdict::passed) score.points += worth;
  }
  return score;
}

Score GradedClass::score_of(const std::string& student) const {
  Score score;
  for (const GradedAnswer& answer : answers) {
    if (answer.student == student) score += score_of(answer);
  }
  return score;
}

std::string word_for(const GradedAnswer& answer) {
  switch (answer.standing) {
    case Standing::missing:
      return "missing";
    case Standing::refused:
      return "refused";
    case Standing::withheld:
      return "withheld";
    case Standing::judged:
      break;
  }
  return judge::word_for(judge::verdict_of(answer.verdict));
}

std::string number_text(double number) {
  std::string text = fmt::format("{:.2f}", number);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string text_of(const Score& score) {
  return fmt::format("{} of {} {}{}", number_text(score.points), number_text(score.most),
                     score.most == 1 ? "point" : "points", score.is_open ? ", some are open" : "");
}

}  // namespace workbook

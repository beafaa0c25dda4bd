// tools/workbook/grade/gradescope.cpp: see gradescope.hpp.
#include "grade/gradescope.hpp"

#include "grade/told.hpp"
#include "judge/verdict/printable.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace workbook {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

// "text" everywhere: nothing that a student's program printed is ever read as HTML or Markdown.
Json test_of(const std::string& name, double points, double most, const std::string& status,
             const std::string& output) {
  return {{"name", judge::printable(name)},     {"score", points},        {"max_score", most}, {"status", status},
          {"output", judge::printable(output)}, {"output_format", "text"}};
}

void add_tests(Json& tests, const GradedClass& graded, const GradedAnswer& answer) {
  const bool has_checks = answer.standing == Standing::judged && !answer.verdict.checks.empty();
  if (!has_checks) {
    const Score score = graded.score_of(answer);
    const std::string note = note_on(answer, score);
    const std::string message = note.empty() ? told_of(answer).front().message : note;
    tests.push_back(test_of(answer.lesson + ": " + word_for(answer), 0, score.most, "failed", message));
    return;
  }
  for (const judge::CheckResult& check : answer.verdict.checks) {
    const bool passed = check.verdict == judge::Verdict::passed;
    const bool counted = check.verdict != judge::Verdict::inconclusive && check.verdict != judge::Verdict::bug;
    const double worth = counted ? graded.points.worth(answer.lesson, check.name) : 0;
    const std::string verdict = passed ? "" : std::string(" (") + judge::word_for(check.verdict) + ")";
    tests.push_back(test_of(answer.lesson + ": " + check.name + verdict, passed ? worth : 0, worth,
                            passed ? "passed" : "failed", check.message));
  }
}

}  // namespace

std::string gradescope_results(const GradedClass& graded, const std::string& student) {
  Json tests = Json::array();
  for (const GradedAnswer& answer : graded.answers_of(student)) add_tests(tests, graded, answer);
  const Score score = graded.score_of(student);
  return text_of(
      {{"score", score.points},
       {"output", score.is_open ? "Some checks are not counted yet: they are run again, or a person decides." : ""},
       {"output_format", "text"},
       {"visibility", "visible"},
       {"stdout_visibility", "hidden"},
       {"tests", tests}});
}

std::string gradescope_not_finished() {
  return text_of(
      {{"score", 0},
       {"output", "workbook bug: the grader did not finish. This is no fault of your answer; it has to be run again."},
       {"output_format", "text"},
       {"visibility", "visible"},
       {"stdout_visibility", "hidden"},
       {"tests", Json::array()}});
}

}  // namespace workbook

// tests/tools/workbook/grade/reports_test.cpp: each report says what was found, and what a student's program printed
// takes no effect in any of them.
#include "grade/class_report.hpp"
#include "grade/csv.hpp"
#include "grade/feedback.hpp"
#include "grade/gradescope.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace {

using judge::CheckResult;
using judge::Verdict;
using workbook::GradedAnswer;
using workbook::GradedClass;
using workbook::Standing;

// What an attacker prints, for a page, a spreadsheet, a workflow, a terminal, a Markdown file and a JSON file.
const std::string kHostile =
    "<script>alert(1)</script> ]]> ``` \n```\n# head [x](javascript:y) \n::error file=a::b\n\033[31m \xff\xfe \"q\" "
    "'=cmd()'";

GradedAnswer answer(const std::string& student, const std::string& lesson, std::vector<CheckResult> checks) {
  GradedAnswer graded{student, lesson, Standing::judged, "", {lesson, "work/exercise.hpp"}, {}, "landlock", 1.5};
  graded.verdict.seed = 7;
  graded.verdict.checks = std::move(checks);
  return graded;
}

GradedClass small_class() {
  GradedClass graded;
  graded.seed = 7;
  graded.checks = {{"03_locks", {"A.One", "A.Two"}}, {"04_queues", {"B.One"}}};
  judge::Finding finding{"03.1", "value() is 1, wanted 2", "", "", {"exercise.hpp:24, Total::add"}};
  graded.answers.push_back(
      answer("ann", "03_locks", {{"A.One", Verdict::passed}, {"A.Two", Verdict::wrong, "it is 1\nwanted 2", finding}}));
  graded.answers.push_back(answer("ann", "04_queues", {{"B.One", Verdict::inconclusive, "no time"}}));
  graded.answers.push_back(
      answer("bob", "03_locks", {{"A.One", Verdict::wrong, kHostile}, {"A.Two", Verdict::passed}}));
  graded.answers.push_back(
      {"bob", "04_queues", Standing::missing, "nothing was handed in, wanted 04_queues/exercise.hpp"});
  GradedAnswer withheld = answer("eve<b>", "03_locks", {{"A.One", Verdict::passed}, {"A.Two", Verdict::passed}});
  withheld.standing = Standing::withheld;
  withheld.reason = "line 3 has no_sanitize";
  withheld.suspicions = {{3, "no_sanitize", "hides accesses to memory from the explorer"}};
  graded.answers.push_back(withheld);
  return graded;
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(Scores, CountWhatIsPassedAndLeaveOutWhatIsOpen) {
  const GradedClass graded = small_class();
  EXPECT_EQ(text_of(graded.score_of(graded.answers[0])), "1 of 2 points");
  EXPECT_EQ(text_of(graded.score_of(graded.answers[1])), "0 of 0 points, some are open");
  EXPECT_EQ(text_of(graded.score_of(graded.answers[3])), "0 of 1 point");
  EXPECT_TRUE(graded.score_of(graded.answers[4]).is_open);
  EXPECT_EQ(text_of(graded.score_of("bob")), "1 of 3 points");
}

TEST(Scores, ACheckThatDidNotRunIsWorthNothing) {
  GradedClass graded = small_class();
  graded.answers[0].verdict.checks.clear();
  graded.answers[0].verdict.compile_errors = judge::CompileErrors{"it does not compile", {}, 0, ""};
  EXPECT_EQ(text_of(graded.score_of(graded.answers[0])), "0 of 2 points");
}

TEST(Csv, HasARowForEachStudent) {
  const std::string csv = class_csv(small_class());
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(
      line,
      "student,03_locks points,03_locks of,03_locks verdict,04_queues points,04_queues of,04_queues verdict,points,"
      "of,open\r");
  std::getline(lines, line);
  EXPECT_EQ(line, "ann,1,2,wrong,0,0,inconclusive,1,2,yes\r");
  std::getline(lines, line);
  EXPECT_EQ(line, "bob,1,2,wrong,0,1,missing,1,3,no\r");
  std::getline(lines, line);
  EXPECT_EQ(line, "eve<b>,0,0,withheld,,,,0,0,yes\r");
}

TEST(Csv, NoCellIsAFormula) {
  for (const std::string formula : {"=cmd()", "+1", "-1", "@x", " =1", "\t=1", "\n=1"}) {
    const std::string cell = workbook::csv_cell(formula);
    EXPECT_TRUE(cell.starts_with("'") || cell.starts_with("\"'")) << cell;
  }
  EXPECT_EQ(workbook::csv_cell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
  EXPECT_EQ(workbook::csv_cell("plain"), "plain");
}

TEST(Page, NothingOfAStudentsTakesEffect) {
  const GradedClass graded = small_class();
  for (const std::string& page : {feedback_page(graded, "bob"), feedback_page(graded, "eve<b>"),
                                  class_page(graded, {}, {{"bob", "students/b\"><script>"}}, {"<i>.txt"})}) {
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<b>\""), std::string::npos);
    EXPECT_EQ(page.find("eve<b>"), std::string::npos);
    EXPECT_EQ(page.find("<i>"), std::string::npos);
    EXPECT_EQ(page.find('\033'), std::string::npos);
    EXPECT_EQ(page.find('\xff'), std::string::npos);
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  }
  EXPECT_NE(feedback_page(graded, "bob").find("&lt;script&gt;alert(1)"), std::string::npos)
      << "it is to be seen, all the same";
}

TEST(Markdown, NothingOfAStudentsLeavesItsBlock) {
  const std::string text = feedback_markdown(small_class(), "bob");
  EXPECT_EQ(count_of(text, "````text\n"), 1) << text;
  EXPECT_EQ(count_of(text, "\n````\n"), 1);
  EXPECT_EQ(text.find('\033'), std::string::npos);
  EXPECT_NE(feedback_markdown(small_class(), "eve<b>").find("# eve\\<b\\>\n"), std::string::npos);
}

TEST(Markdown, TellsOfEachCheck) {
  const std::string text = feedback_markdown(small_class(), "ann");
  EXPECT_NE(text.find("## 03\\_locks: wrong, 1 of 2 points\n"), std::string::npos) << text;
  EXPECT_NE(text.find("- **ok** A.One\n"), std::string::npos) << text;
  EXPECT_NE(text.find("- **wrong** A.Two\n\n```text\nit is 1\nwanted 2\n```\n"), std::string::npos) << text;
  EXPECT_NE(text.find("--seed 7"), std::string::npos);
}

TEST(Gradescope, HasATestForEachCheck) {
  const auto json = nlohmann::json::parse(gradescope_results(small_class(), "ann"));
  ASSERT_EQ(json.at("tests").size(), 3U);
  EXPECT_EQ(json.at("score"), 1);
  EXPECT_EQ(json.at("tests")[0].at("status"), "passed");
  EXPECT_EQ(json.at("tests")[1].at("output"), "it is 1\nwanted 2");
  EXPECT_EQ(json.at("tests")[2].at("max_score"), 0) << "what is inconclusive costs nothing";
  for (const auto& test : json.at("tests")) EXPECT_EQ(test.at("output_format"), "text");
}

TEST(Gradescope, AStudentIsToldWhyAnAnswerIsWithheld) {
  const auto json = nlohmann::json::parse(gradescope_results(small_class(), "eve<b>"));
  ASSERT_EQ(json.at("tests").size(), 1U);
  EXPECT_NE(std::string(json.at("tests")[0].at("output")).find("line 3 has no_sanitize"), std::string::npos);
}

TEST(Gradescope, ANotFinishedGraderBlamesNobody) {
  const auto json = nlohmann::json::parse(workbook::gradescope_not_finished());
  EXPECT_TRUE(std::string(json.at("output")).starts_with("workbook bug:"));
}

TEST(ClassReport, CountsMistakesByTheFirstCheckThatFailed) {
  const auto mistakes = common_mistakes(small_class());
  ASSERT_EQ(mistakes.size(), 2U);
  EXPECT_EQ(mistakes[0].students.size(), 1U);
}

TEST(ClassReport, DistributesAnswersByTheirShare) {
  const auto counts = distribution_of(small_class(), "03_locks");
  ASSERT_EQ(counts.size(), 11U);
  EXPECT_EQ(counts[5], 2) << "ann and bob have one point of two; eve's is withheld";
  EXPECT_EQ(counts[10], 0);
}

}  // namespace

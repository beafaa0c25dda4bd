// tests/tools/judge/verdicts_test.cpp: the verdict of the whole.
#include "judge/verdict/verdicts.hpp"

#include <gtest/gtest.h>

namespace {

using judge::CheckResults;
using judge::LessonVerdict;
using judge::Verdict;

TEST(Verdicts, OfTheWholeIsTheGravest) {
  EXPECT_EQ(judge::verdict_of(CheckResults{{"A.a", Verdict::passed, ""}, {"A.b", Verdict::passed, ""}}),
            Verdict::passed);
  EXPECT_EQ(judge::verdict_of(CheckResults{{"A.a", Verdict::not_done, ""}, {"A.b", Verdict::inconclusive, ""}}),
            Verdict::not_done);
  EXPECT_EQ(judge::verdict_of(CheckResults{{"A.a", Verdict::wrong, ""}, {"A.b", Verdict::not_done, ""}}),
            Verdict::wrong);
  EXPECT_EQ(judge::verdict_of(CheckResults{{"A.a", Verdict::bug, ""}, {"A.b", Verdict::wrong, ""}}), Verdict::bug);
}

TEST(Verdicts, OfNoChecksIsNoPass) { EXPECT_EQ(judge::verdict_of(CheckResults{}), Verdict::bug); }

TEST(Verdicts, HaveTheExitCodesOfTheReadme) {
  EXPECT_EQ(judge::exit_code_for(Verdict::passed), 0);
  EXPECT_EQ(judge::exit_code_for(Verdict::wrong), 1);
  EXPECT_EQ(judge::exit_code_for(Verdict::bug), 2);
  EXPECT_EQ(judge::exit_code_for(Verdict::not_done), 3);
  EXPECT_EQ(judge::exit_code_for(Verdict::inconclusive), 4);
}

TEST(Verdicts, AreCounted) {
  const CheckResults results{{"A.a", Verdict::passed, ""}, {"A.b", Verdict::wrong, ""}, {"A.c", Verdict::passed, ""}};
  EXPECT_EQ(judge::summary_of(results), "3 checks: 2 passed, 1 wrong");
}

TEST(Verdicts, OfALessonThatDoesNotCompileIsWrong) {
  LessonVerdict lesson{"01_x", "work/01_x/exercise.hpp"};
  lesson.compile_errors = judge::CompileErrors{"it does not compile", {}, 0, ""};
  EXPECT_EQ(judge::verdict_of(lesson), Verdict::wrong);
  EXPECT_EQ(judge::summary_of(lesson), "it does not compile");
}

TEST(Verdicts, OfALessonThatCouldNotBeJudgedIsAFaultOfOurs) {
  LessonVerdict lesson{"01_x", "", {}, {{"A.a", Verdict::wrong, ""}}};
  lesson.problem = "cannot build it";
  EXPECT_EQ(judge::verdict_of(lesson), Verdict::bug);
}

TEST(Verdicts, OfSeveralLessonsAreTheGravest) {
  const LessonVerdict passed{"01_x", "", {}, {{"A.a", Verdict::passed}}};
  const LessonVerdict wrong{"02_x", "", {}, {{"A.a", Verdict::wrong}}};
  const LessonVerdict not_done{"03_x", "", {}, {{"A.a", Verdict::not_done}}};
  EXPECT_EQ(judge::verdict_of(std::vector<LessonVerdict>{passed, passed}), Verdict::passed);
  EXPECT_EQ(judge::verdict_of(std::vector<LessonVerdict>{passed, wrong, not_done}), Verdict::wrong);
  EXPECT_EQ(judge::verdict_of(std::vector<LessonVerdict>{}), Verdict::bug);
}

}  // namespace

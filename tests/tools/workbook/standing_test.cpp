// tests/tools/workbook/standing_test.cpp: how far a student is, by what is written and what was recorded.
#include "checkout/standing.hpp"

#include "checkout/hints.hpp"
#include "programs/failure.hpp"
#include "student_folder.hpp"

#include <regex>

namespace {

using workbook::described;
using workbook::Lesson;
using workbook::Progress;
using workbook::Standing;

class StandingOfALesson : public StudentFolder {
 protected:
  std::string starter() const { return content_of(lesson_.folder() / "exercise.hpp"); }
  void student_writes(const std::string& text) const { write(lesson_.exercise(), text); }
  void check_says(const std::string& verdict, const Lesson& lesson) const {
    progress_.record_verdict(lesson, verdict, workbook::fingerprint_of(lesson.exercise()));
  }
  std::string standing() const { return described(workbook::standing_of(lesson_, progress_.of(lesson_))); }

  static std::string filled(const std::string& text, const std::string& hole) {
    return std::regex_replace(text, std::regex("workbook::not_done\\(\"" + hole + "\"\\)"), "filled()");
  }

  const Progress progress_{state(), now};
  const Lesson lesson_ = workbook::lesson_named("03");
};

TEST_F(StandingOfALesson, IsNotBegunWhileTheExerciseIsTheStarter) {
  EXPECT_EQ(standing(), "not begun");
  workbook::make_exercise(lesson_);
  EXPECT_EQ(standing(), "not begun");
  check_says("not done", lesson_);
  EXPECT_EQ(standing(), "not begun");
}

TEST_F(StandingOfALesson, CountsTheHolesThatAreFilled) {
  student_writes(starter() + "// A thought.\n");
  EXPECT_EQ(standing(), "in work: 0 of 3 holes filled");
  student_writes(filled(starter(), "03.2"));
  EXPECT_EQ(standing(), "in work: 1 of 3 holes filled");
  EXPECT_EQ(workbook::standing_of(lesson_, {}).empty, (std::vector<std::string>{"03.1", "03.3"}));
  student_writes(filled(filled(filled(starter(), "03.1"), "03.2"), "03.3"));
  EXPECT_EQ(standing(), "in work: every hole filled, not checked");
}

TEST_F(StandingOfALesson, TakesACallInACommentForAFilledHole) {
  student_writes(std::regex_replace(starter(), std::regex("workbook::not_done"), "// workbook::not_done"));
  EXPECT_EQ(standing(), "in work: every hole filled, not checked");
}

TEST_F(StandingOfALesson, TellsTheVerdictOnThePresentFormOnly) {
  const std::string full = filled(filled(filled(starter(), "03.1"), "03.2"), "03.3");
  student_writes(full);
  check_says("wrong", lesson_);
  EXPECT_EQ(standing(), "in work: wrong");
  student_writes(full + "// Another try.\n");
  EXPECT_EQ(standing(), "in work: every hole filled, not checked");
  student_writes(filled(starter(), "03.1"));
  check_says("wrong", lesson_);
  EXPECT_EQ(standing(), "in work: wrong, 1 of 3 holes filled");
  check_says("not done", lesson_);
  EXPECT_EQ(standing(), "in work: 1 of 3 holes filled");
}

TEST_F(StandingOfALesson, KnowsWhetherItChangedSinceItPassed) {
  student_writes("// passes\n");
  check_says("passed", lesson_);
  EXPECT_EQ(standing(), "passed");
  student_writes("// passes, perhaps\n");
  EXPECT_EQ(standing(), "changed since it passed");
  check_says("wrong", lesson_);
  EXPECT_EQ(standing(), "changed since it passed");
  student_writes("// passes\n");
  EXPECT_EQ(standing(), "passed");
  workbook::renew_exercise(lesson_, now());
  EXPECT_EQ(standing(), "passed before; now 0 of 3 holes filled");
}

TEST_F(StandingOfALesson, MakesTheFirstThatNeverPassedTheCurrentOne) {
  EXPECT_EQ(workbook::lesson_or_current("", progress_).number, "01");
  check_says("passed", workbook::lesson_named("01"));
  check_says("wrong", workbook::lesson_named("02"));
  check_says("passed", workbook::lesson_named("03"));
  EXPECT_EQ(workbook::lesson_or_current("", progress_).number, "02");
  EXPECT_EQ(workbook::lesson_or_current("5", progress_).number, "05");
  for (const Lesson& lesson : workbook::all_lessons()) check_says("passed", lesson);
  EXPECT_FALSE(workbook::current_lesson(progress_));
  EXPECT_THROW(workbook::lesson_or_current("", progress_), workbook::Failure);
}

TEST_F(StandingOfALesson, HasHintsForEachHole) {
  for (const Lesson& lesson : workbook::all_lessons()) {
    for (const std::string& hole : workbook::standing_of(lesson, {}).holes) {
      EXPECT_EQ(workbook::hints_for(lesson, hole).size(), 3U) << hole;
    }
  }
  EXPECT_EQ(workbook::hints_for(lesson_, "03.1")[2],
            "In `add()`: `const std::scoped_lock hold(mutex_);` and then `sum_ += part;`\n");
  EXPECT_TRUE(workbook::hints_for(lesson_, "03.9").empty());
}

}  // namespace

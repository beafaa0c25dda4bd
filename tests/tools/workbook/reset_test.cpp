// tests/tools/workbook/reset_test.cpp: a fresh exercise costs no line that a student wrote.
#include "checkout/keeping.hpp"
#include "programs/failure.hpp"
#include "student_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using workbook::Lesson;

class Renewing : public StudentFolder {
 protected:
  std::string starter() const { return content_of(lesson_.folder() / "exercise.hpp"); }
  fs::path exercise() const { return lesson_.exercise(); }
  fs::path kept(const std::string& again = "") const {
    return exercise().parent_path() / ("exercise.2024-05-31-142233" + again + ".hpp");
  }
  std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(exercise().parent_path()), fs::directory_iterator());
  }

  const Lesson lesson_ = workbook::lesson_named("01");
};

TEST_F(Renewing, MakesTheFirstExercise) {
  EXPECT_EQ(workbook::renew_exercise(lesson_, now()), "");
  EXPECT_EQ(content_of(exercise()), starter());
  EXPECT_EQ(files(), 1);
}

TEST_F(Renewing, KeepsTheOldOneUnderItsDate) {
  write(exercise(), "mine");
  EXPECT_EQ(workbook::renew_exercise(lesson_, now()), kept());
  EXPECT_EQ(content_of(kept()), "mine");
  EXPECT_EQ(content_of(exercise()), starter());
  EXPECT_EQ(files(), 2);
}

TEST_F(Renewing, KeepsEachOfSeveralInOneSecond) {
  for (const std::string mine : {"one", "two", "three"}) {
    write(exercise(), mine);
    workbook::renew_exercise(lesson_, now());
  }
  EXPECT_EQ(content_of(kept()), "one");
  EXPECT_EQ(content_of(kept("-2")), "two");
  EXPECT_EQ(content_of(kept("-3")), "three");
}

TEST_F(Renewing, KeepsALinkAndWhatItPointsTo) {
  write(exercise().parent_path() / "elsewhere.hpp", "mine");
  fs::create_symlink("elsewhere.hpp", exercise());
  workbook::renew_exercise(lesson_, now());
  EXPECT_EQ(content_of(exercise().parent_path() / "elsewhere.hpp"), "mine");
  EXPECT_EQ(content_of(kept()), "mine");
  EXPECT_FALSE(fs::is_symlink(exercise()));
  EXPECT_EQ(content_of(exercise()), starter());
}

TEST_F(Renewing, KeepsALinkThatPointsToNothing) {
  fs::create_directories(exercise().parent_path());
  fs::create_symlink("unplugged.hpp", exercise());
  workbook::make_exercise(lesson_);
  EXPECT_EQ(fs::read_symlink(exercise()), "unplugged.hpp") << "the disk with the student's file may come back";
  workbook::renew_exercise(lesson_, now());
  EXPECT_EQ(fs::read_symlink(kept()), "unplugged.hpp");
  EXPECT_EQ(content_of(exercise()), starter());
}

TEST_F(Renewing, KeepsWhatNobodyMayRead) {
  write(exercise(), "mine");
  fs::permissions(exercise(), fs::perms::none);
  workbook::renew_exercise(lesson_, now());
  fs::permissions(kept(), fs::perms::owner_read);
  EXPECT_EQ(content_of(kept()), "mine");
  EXPECT_EQ(content_of(exercise()), starter());
}

TEST_F(Renewing, KeepsAFolderInItsPlace) {
  write(exercise() / "file", "mine");
  workbook::renew_exercise(lesson_, now());
  EXPECT_EQ(content_of(kept() / "file"), "mine");
  EXPECT_EQ(content_of(exercise()), starter());
}

// As on a full disk: the new file can't be written, so the old one is not moved.
TEST_F(Renewing, ChangesNothingWhereTheStarterCannotBeCopied) {
  write(exercise(), "mine");
  fs::create_directories(exercise().parent_path() / (".exercise.hpp." + std::to_string(getpid())) / "in the way");
  EXPECT_THROW(workbook::renew_exercise(lesson_, now()), workbook::Failure);
  EXPECT_EQ(content_of(exercise()), "mine");
  EXPECT_FALSE(fs::exists(kept()));
}

TEST_F(Renewing, FailsWhereWorkIsAFile) {
  write(exercise().parent_path().parent_path(), "no folder");
  EXPECT_THROW(workbook::renew_exercise(lesson_, now()), workbook::Failure);
  EXPECT_THROW(workbook::make_exercise(lesson_), workbook::Failure);
}

TEST_F(Renewing, NeverTouchesAnExerciseThatIsMadeASecondTime) {
  write(exercise(), "mine");
  workbook::make_exercise(lesson_);
  EXPECT_EQ(content_of(exercise()), "mine");
  EXPECT_EQ(files(), 1);
}

TEST_F(Renewing, GivesAnExerciseThatCanBeWritten) {
  workbook::make_exercise(lesson_);
  EXPECT_NE(fs::status(exercise()).permissions() & fs::perms::owner_write, fs::perms::none);
}

TEST_F(Renewing, MovesNothingOverAnythingElse) {
  write(exercise(), "one");
  write(kept(), "two");
  EXPECT_EQ(workbook::move_without_replacing(exercise(), kept()), std::errc::file_exists);
  EXPECT_EQ(content_of(exercise()), "one");
  EXPECT_EQ(content_of(kept()), "two");
}

}  // namespace

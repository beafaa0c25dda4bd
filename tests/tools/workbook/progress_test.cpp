// tests/tools/workbook/progress_test.cpp: what a student has reached is never lost, whatever becomes of the file.
#include "checkout/progress.hpp"

#include "programs/failure.hpp"
#include "student_folder.hpp"

#include <nlohmann/json.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using workbook::Lesson;
using workbook::LessonProgress;
using workbook::Progress;

class ProgressFile : public StudentFolder {
 protected:
  std::string only_file_besides() const {
    std::string name;
    for (const auto& entry : fs::directory_iterator(state())) {
      const std::string here = entry.path().filename();
      if (here == "progress.json" || here == "progress.lock") continue;
      EXPECT_EQ(name, "") << "and " << here;
      name = here;
    }
    return name;
  }

  const Progress progress_{state(), now};
  const Lesson lesson_ = workbook::lesson_named("03");
  const Lesson other_ = workbook::lesson_named("01");
};

TEST_F(ProgressFile, IsEmptyAtFirstAndMadeByTheFirstChange) {
  EXPECT_TRUE(progress_.read().empty());
  EXPECT_FALSE(fs::exists(state()));
  progress_.record_hints(lesson_, "03.1", 1);
  EXPECT_EQ(progress_.of(lesson_).hints.at("03.1"), 1);
}

TEST_F(ProgressFile, KeepsVerdictsWithTheirDate) {
  progress_.record_verdict(lesson_, "passed", "abc");
  progress_.record_verdict(lesson_, "wrong", "def");
  const LessonProgress known = progress_.of(lesson_);
  EXPECT_EQ(known.passed->fingerprint, "abc");
  EXPECT_EQ(known.passed->at, "2024-05-31T14:22:33Z");
  EXPECT_EQ(known.last->verdict, "wrong");
  EXPECT_EQ(known.last->fingerprint, "def");
  EXPECT_FALSE(progress_.of(other_).last);
}

TEST_F(ProgressFile, CountsHintsUpAndNeverDown) {
  progress_.record_hints(lesson_, "03.1", 2);
  progress_.record_hints(lesson_, "03.1", 1);
  progress_.record_hints(lesson_, "03.2", 1);
  EXPECT_EQ(progress_.of(lesson_).hints, (std::map<std::string, int>{{"03.1", 2}, {"03.2", 1}}));
}

TEST_F(ProgressFile, KeepsWhatANewerWorkbookHasWritten) {
  write(progress_file(), R"({"theme": "dark", "lessons": {"99_unknown": {"stars": 5},
    "03_locks": {"time": 7, "passed": {"verdict": "passed", "by": "me"}, "hints": {}}}})");
  progress_.record_verdict(lesson_, "passed", "abc");
  progress_.record_hints(other_, "01.1", 1);
  const json all = json::parse(content_of(progress_file()));
  EXPECT_EQ(all["theme"], "dark");
  EXPECT_EQ(all["lessons"]["99_unknown"]["stars"], 5);
  EXPECT_EQ(all["lessons"]["03_locks"]["time"], 7);
  EXPECT_EQ(all["lessons"]["03_locks"]["passed"]["by"], "me");
  EXPECT_EQ(all["lessons"]["03_locks"]["passed"]["fingerprint"], "abc");
}

TEST_F(ProgressFile, IsKeptAsideWhereItIsDamaged) {
  for (const std::string damaged :
       {"", "{\"lessons\": {", "[]", R"({"lessons": 3})", R"({"lessons": {"03_locks": []}})",
        R"({"lessons": {"03_locks": {"hints": {"03.1": "two"}}}})", R"({"lessons": {"03_locks": {"passed": true}}})"}) {
    fs::remove_all(state());
    write(progress_file(), damaged);
    testing::internal::CaptureStderr();
    EXPECT_TRUE(progress_.read().empty()) << damaged;
    EXPECT_TRUE(progress_.read().empty()) << damaged;
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::ranges::count(said, '\n'), 1) << said;
    EXPECT_NE(said.find("was damaged; it is kept as progress.2024-05-31-142233.json"), std::string::npos) << said;
    EXPECT_EQ(content_of(state() / only_file_besides()), damaged);
  }
}

TEST_F(ProgressFile, IsKeptAsideUnderANewNameEachTime) {
  for (const std::string damaged : {"one", "two"}) {
    write(progress_file(), damaged);
    testing::internal::CaptureStderr();
    progress_.record_hints(lesson_, "03.1", 1);
    testing::internal::GetCapturedStderr();
  }
  EXPECT_EQ(content_of(state() / "progress.2024-05-31-142233.json"), "one");
  EXPECT_EQ(content_of(state() / "progress.2024-05-31-142233-2.json"), "two");
  EXPECT_EQ(progress_.of(lesson_).hints.at("03.1"), 1);
}

TEST_F(ProgressFile, StaysAsItIsWhereItCannotBeRead) {
  fs::create_directories(progress_file() / "folder");
  testing::internal::CaptureStderr();
  EXPECT_TRUE(progress_.read().empty());
  EXPECT_NE(testing::internal::GetCapturedStderr().find("cannot read"), std::string::npos);
  EXPECT_THROW(progress_.record_hints(lesson_, "03.1", 1), workbook::Failure);
  EXPECT_TRUE(fs::exists(progress_file() / "folder"));
}

TEST_F(ProgressFile, StaysAsItIsWhereItCannotBeWritten) {
  progress_.record_hints(lesson_, "03.1", 1);
  const std::string before = content_of(progress_file());
  fs::create_directories(progress_file().string() + ".new");  // In the way.
  EXPECT_THROW(progress_.record_hints(lesson_, "03.1", 2), workbook::Failure);
  EXPECT_EQ(content_of(progress_file()), before);
}

TEST_F(ProgressFile, MayBeALinkAndStaysOne) {
  write(state() / "elsewhere.json", "{}");
  fs::create_symlink("elsewhere.json", progress_file());
  progress_.record_hints(lesson_, "03.1", 1);
  EXPECT_TRUE(fs::is_symlink(progress_file()));
  EXPECT_NE(content_of(state() / "elsewhere.json").find("03.1"), std::string::npos);
}

// Each process writes a lesson's hints of its own, again and again: one that reads while another writes would lose
// some.
TEST_F(ProgressFile, LosesNothingWhereSeveralCommandsWriteAtOnce) {
  constexpr int kProcesses = 4;
  constexpr int kChanges = 25;
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    children.push_back(fork());
    if (children.back() != 0) continue;
    for (int change = 0; change < kChanges; ++change) {
      progress_.record_hints(lesson_, std::to_string(process) + "." + std::to_string(change), 1);
    }
    _exit(0);
  }
  for (const pid_t child : children) {
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(progress_.of(lesson_).hints.size(), static_cast<std::size_t>(kProcesses * kChanges));
}

TEST_F(ProgressFile, RecordsWhatTheJudgeSaysAndHandsItsExitCodeOn) {
  const std::map<int, std::string> verdicts{{0, "passed"}, {1, "wrong"}, {3, "not done"}, {4, "inconclusive"}};
  for (const auto& [exit_code, verdict] : verdicts) {
    EXPECT_EQ(workbook::judged_and_recorded(lesson_, [code = exit_code] { return code; }), exit_code);
    EXPECT_EQ(workbook::student_progress().of(lesson_).last->verdict, verdict);
  }
  EXPECT_EQ(workbook::judged_and_recorded(lesson_, [] { return 2; }), 2) << "the command's own fault";
  EXPECT_EQ(workbook::student_progress().of(lesson_).last->verdict, "inconclusive");
  EXPECT_EQ(workbook::student_progress().of(lesson_).passed->verdict, "passed");
}

TEST_F(ProgressFile, RecordsTheExerciseThatWasThereBeforeTheJudging) {
  write(lesson_.exercise(), "one");
  const std::string before = workbook::fingerprint_of(lesson_.exercise());
  workbook::judged_and_recorded(lesson_, [&] {
    write(lesson_.exercise(), "two");
    return 0;
  });
  EXPECT_EQ(workbook::student_progress().of(lesson_).passed->fingerprint, before);
  EXPECT_NE(workbook::fingerprint_of(lesson_.exercise()), before);
}

TEST_F(ProgressFile, HandsTheVerdictOnWhereItCannotBeRecorded) {
  write(state(), "a file in the folder's place");
  testing::internal::CaptureStderr();
  EXPECT_EQ(workbook::judged_and_recorded(lesson_, [] { return 0; }), 0);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("this verdict isn't recorded"), std::string::npos);
}

}  // namespace

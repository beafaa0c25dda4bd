// tests/tools/workbook/grade/submissions_test.cpp: of what students hand in, only files that can be answers are read.
#include "grade/submissions.hpp"

#include "programs/failure.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;
using workbook::folder_name_for;
using workbook::handed_in;
using State = workbook::HandedIn::State;

class Submissions : public testing::Test {
 protected:
  void write(const fs::path& file, const std::string& text = "int x;\n") {
    fs::create_directories((folder() / file).parent_path());
    std::ofstream(folder() / file) << text;
  }
  void expect_refused(const std::string& reason) {
    const auto answer = handed_in(folder(), "03_locks");
    EXPECT_EQ(answer.state, State::refused) << answer.text.substr(0, 100);
    EXPECT_EQ(answer.reason, reason);
  }
  fs::path folder() const { return temporary_.path(); }

 private:
  workbook::TemporaryFolder temporary_;
};

TEST_F(Submissions, AnAnswerIsFoundAtAnyDepth) {
  write("repository/work/03_locks/exercise.hpp", "mine");
  const auto answer = handed_in(folder(), "03_locks");
  EXPECT_EQ(answer.state, State::given);
  EXPECT_EQ(answer.text, "mine");
  EXPECT_EQ(answer.place, "repository/work/03_locks/exercise.hpp");
}

TEST_F(Submissions, AFlatNameWillDo) {
  write("03_locks.hpp", "flat");
  EXPECT_EQ(handed_in(folder(), "03_locks").text, "flat");
}

TEST_F(Submissions, TheShallowestIsTaken) {
  write("03_locks/exercise.hpp", "newer");
  write("old/backup/03_locks/exercise.hpp", "older");
  EXPECT_EQ(handed_in(folder(), "03_locks").text, "newer");
}

TEST_F(Submissions, OfTwoAtTheSameDepthNeitherIsTaken) {
  write("a/03_locks/exercise.hpp");
  write("b/03_locks/exercise.hpp");
  expect_refused("there are two: a/03_locks/exercise.hpp and b/03_locks/exercise.hpp, wanted one");
}

TEST_F(Submissions, ARenamedFileIsNamed) {
  write("03_locks/exercise (2).hpp");
  const auto answer = handed_in(folder(), "03_locks");
  EXPECT_EQ(answer.state, State::missing);
  EXPECT_EQ(answer.reason, "got 03_locks/exercise (2).hpp, wanted 03_locks/exercise.hpp");
}

TEST_F(Submissions, NothingIsMissing) {
  EXPECT_EQ(handed_in(folder(), "03_locks").reason, "nothing was handed in, wanted 03_locks/exercise.hpp");
  EXPECT_EQ(handed_in(folder() / "no such folder", "03_locks").state, State::missing);
}

TEST_F(Submissions, ALinkIsNotFollowed) {
  fs::create_directories(folder() / "03_locks");
  fs::create_symlink("/etc/passwd", folder() / "03_locks" / "exercise.hpp");
  expect_refused("03_locks/exercise.hpp is a link, wanted the file itself");
}

TEST_F(Submissions, ALinkToAFolderIsNotEntered) {
  write("elsewhere/secret/03_locks/exercise.hpp");
  const fs::path student = folder() / "student";
  fs::create_directories(student);
  fs::create_directory_symlink(folder() / "elsewhere" / "secret", student / "way");
  EXPECT_EQ(handed_in(student, "03_locks").state, State::missing);
}

TEST_F(Submissions, AFolderOrAPipeInPlaceOfTheFileIsRefused) {
  fs::create_directories(folder() / "03_locks" / "exercise.hpp");
  expect_refused("03_locks/exercise.hpp is a folder, wanted a file");
  fs::remove(folder() / "03_locks" / "exercise.hpp");
  ASSERT_EQ(mkfifo((folder() / "03_locks" / "exercise.hpp").c_str(), 0600), 0);
  expect_refused("03_locks/exercise.hpp is no file, wanted a file");
}

TEST_F(Submissions, WhatIsNoTextIsRefused) {
  write("03_locks/exercise.hpp", "");
  expect_refused("03_locks/exercise.hpp is empty");
  write("03_locks/exercise.hpp", std::string("\x7f"
                                             "ELF\0\1",
                                             6));
  expect_refused("03_locks/exercise.hpp is no text: it has a byte 0");
  write("03_locks/exercise.hpp", std::string(10 << 20, 'x'));
  expect_refused("03_locks/exercise.hpp has 10485760 bytes, wanted at most 1048576");
}

TEST_F(Submissions, LatinLettersAreNoReasonToRefuse) {
  write("03_locks/exercise.hpp", "// gr\xfc\xdf\n");
  EXPECT_EQ(handed_in(folder(), "03_locks").state, State::given);
}

TEST_F(Submissions, OfAClassFoldersAndZipFilesCount) {
  write("ann/03_locks/exercise.hpp");
  write("bob.zip");
  write("class.csv");
  write(".DS_Store");
  fs::create_directory_symlink("/", folder() / "root");
  std::vector<std::string> passed_over;
  const auto submissions = workbook::submissions_in(folder(), passed_over);
  ASSERT_EQ(submissions.size(), 2U);
  EXPECT_EQ(submissions[0].student, "ann");
  EXPECT_EQ(submissions[1].student, "bob");
  EXPECT_TRUE(submissions[1].is_zip);
  EXPECT_EQ(passed_over, (std::vector<std::string>{"class.csv", "root"}));
}

TEST_F(Submissions, NoSubmissionAtAllIsMisuse) {
  std::vector<std::string> passed_over;
  EXPECT_THROW(workbook::submissions_in(folder(), passed_over), workbook::Failure);
  EXPECT_THROW(workbook::submissions_in(folder() / "none", passed_over), workbook::Failure);
}

TEST(FolderNames, AreHarmlessAndDiffer) {
  EXPECT_EQ(folder_name_for("ann.b-c_d@e"), "ann.b-c_d@e");
  const std::vector<std::string> names{
      "a b",  "a_b",    "a\nb",    "a'b", "..", ".", "-rf", "a/b", std::string(300, 'x'), std::string(301, 'x'),
      "\xff", "=cmd()", "<script>"};
  std::set<std::string> folders;
  for (const std::string& name : names) {
    const std::string folder = folder_name_for(name);
    EXPECT_TRUE(folders.insert(folder).second) << name;
    EXPECT_EQ(folder.find_first_of("/\n <>='\xff"), std::string::npos) << folder;
    EXPECT_FALSE(folder.starts_with('.') || folder.starts_with('-')) << folder;
    EXPECT_LE(folder.size(), 120U);
  }
}

}  // namespace

// tests/tools/jail/jail_test.cpp: whatever a program takes or leaves, the jail says so, and nothing of it remains.
#include "stage.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using stage::Outcome;
using stage::Place;
using stage::Stage;

class Jail : public testing::TestWithParam<Place> {
 protected:
  void SetUp() override {
    const std::string reason = stage::why_not_offered(GetParam());
    if (!reason.empty()) GTEST_SKIP() << name_of(GetParam()) << " is not offered here: " << reason;
    stage_.emplace(GetParam());
  }

  void TearDown() override {
    if (!stage_) return;
    EXPECT_EQ(stage_->damage(), "");
    EXPECT_TRUE(stage_->left().empty()) << "processes are left";
    EXPECT_TRUE(fs::is_empty(stage_->write_folder())) << "the tests here write only where it is private";
  }

  Outcome run(const std::string& flood, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--wall", "30", "--cpu", "4", "--processes", "24"});
    return stage_->run(options, "floods", {flood});
  }

  const Stage& stage() const { return *stage_; }

 private:
  std::optional<Stage> stage_;
};

TEST_P(Jail, EndsAsTheProgramDid) {
  const Outcome seven = run("seven");
  EXPECT_EQ(seven.exit_code, 7) << seven.output;
  EXPECT_EQ(seven.ended["exit_code"], 7);
  EXPECT_EQ(seven.ended["rung"], GetParam().rung);
  const Outcome crash = run("segfault");
  EXPECT_EQ(crash.exit_code, 128 + SIGSEGV);
  EXPECT_EQ(crash.ended["signal"], SIGSEGV);
  EXPECT_EQ(crash.ended["limit"], "");
  EXPECT_EQ(crash.ended["left_behind"], 0);
}

TEST_P(Jail, SaysThatAFaultIsItsOwn) {
  const Outcome missing = stage().run({}, "no_such_program", {});
  EXPECT_EQ(missing.exit_code, 125);
  EXPECT_NE(missing.output.find("workbook bug: jail: "), std::string::npos) << missing.output;
  EXPECT_NE(missing.output.find("no_such_program"), std::string::npos) << missing.output;
  EXPECT_EQ(missing.ended["event"], "fault");
  EXPECT_TRUE(missing.started.is_null());
}

TEST_P(Jail, RunsNoTextAsAProgram) {
  const Outcome text = stage().run_command({}, {(stage().outside() / "secret").string()});
  EXPECT_EQ(text.exit_code, 125);
  EXPECT_EQ(text.ended["event"], "fault") << text.output;
}

TEST_P(Jail, WritesInNoFolderThatIsALink) {
  const fs::path link = stage().folder() / "link";
  fs::create_directory_symlink(stage().outside(), link);
  const Outcome outcome = run("seven", {"--write", link.string()});
  EXPECT_EQ(outcome.exit_code, 125);
  EXPECT_NE(outcome.output.find("wanted a folder"), std::string::npos) << outcome.output;
}

// The number that the program got, of processes or threads.
int count_in(const Outcome& outcome) {
  const std::size_t digits = outcome.output.find_first_of("0123456789");
  return digits == std::string::npos ? -1 : std::stoi(outcome.output.substr(digits));
}

TEST_P(Jail, BoundsTheNumberOfProcesses) {
  const Outcome outcome = run("forks");
  EXPECT_EQ(outcome.ended["exit_code"], 0) << outcome.output;
  EXPECT_GE(count_in(outcome), 1) << outcome.output;
  EXPECT_LE(count_in(outcome), 24) << outcome.output;
  EXPECT_EQ(outcome.ended["left_behind"], count_in(outcome)) << "and each of them is counted";
}

TEST_P(Jail, BoundsTheNumberOfThreads) {
  const Outcome outcome = run("threads");
  EXPECT_EQ(outcome.ended["exit_code"], 0) << outcome.output;
  EXPECT_GE(count_in(outcome), 1) << outcome.output;
  EXPECT_LE(count_in(outcome), 24) << outcome.output;
}

TEST_P(Jail, SweepsWhoIsNeverThereForLong) { EXPECT_EQ(run("hydra").ended["event"], "ended"); }

TEST_P(Jail, SweepsADaemon) {
  const Outcome outcome = run("daemon");
  EXPECT_EQ(outcome.ended["exit_code"], 0) << outcome.output;
  // Or two: the one in between may not have ended yet.
  EXPECT_GE(outcome.ended["left_behind"], 1);
}

TEST_P(Jail, EndsWithAllOfItWhereItIsAskedTo) {
  const Outcome outcome = stage().run_and_send(SIGTERM, "floods", "family");
  EXPECT_EQ(outcome.started["rung"], GetParam().rung) << outcome.output;
  EXPECT_EQ(outcome.ended["interrupted_by"], SIGTERM) << outcome.output;
  // TearDown() looks for what is left.
}

// What docs/isolation.md says of it.
TEST_P(Jail, LeavesTheProgramsChildrenWhereItIsKilled) {
  const Outcome outcome = stage().run_and_send(SIGKILL, "floods", "family");
  ASSERT_EQ(outcome.started["rung"], GetParam().rung) << outcome.output;
  const std::size_t wanted = GetParam().rung == "namespaces" ? 0 : 1;
  // The kernel takes its time.
  while (stage().left().size() > wanted) usleep(10'000);
  EXPECT_EQ(stage().left().size(), wanted);
  for (const pid_t process : stage().left()) kill(process, SIGKILL);
  while (!stage().left().empty()) usleep(10'000);
}

// As that text says, too. Once is enough: it is the kernel's limit on every rung.
TEST(JailsLimits, OfProcessorTimeIsEachProcesssOwn) {
  const Place place{"limits", geteuid() == 0};
  ASSERT_EQ(stage::why_not_offered(place), "");
  const Outcome outcome = Stage(place).run({"--cpu", "1"}, "floods", {"loops_in_turn"});
  EXPECT_EQ(outcome.ended["exit_code"], 0) << outcome.output;
  EXPECT_GT(outcome.ended["cpu_seconds"], 1.0);
}

TEST_P(Jail, SaysWhatItsUserCannotReach) {
  if (!GetParam().as_root) return;  // Else the user is the one who can.
  const fs::path closed = stage().folder() / "closed";
  fs::create_directory(closed);
  fs::copy_file(stage().folder() / "floods", closed / "program");
  fs::permissions(closed, fs::perms::owner_all);
  const Outcome outcome = stage().run_command({}, {(closed / "program").string(), "seven"});
  EXPECT_EQ(outcome.exit_code, 125);
  EXPECT_NE(outcome.output.find("closed/program: Permission denied (for user"), std::string::npos) << outcome.output;
}

TEST_P(Jail, RefusesMemoryPastItsLimit) {
  const Outcome outcome = run("memory", {"--memory", "67108864"});
  EXPECT_EQ(outcome.output, "refused\n");
  EXPECT_EQ(outcome.ended["exit_code"], 0);
}

TEST_P(Jail, CountsTheMemoryOfAllProcesses) {
  const Outcome outcome = run("memory_of_many", {"--memory", "67108864"});
  EXPECT_EQ(outcome.ended["limit"], "memory") << outcome.output << outcome.ended;
  EXPECT_EQ(outcome.exit_code, 128 + SIGKILL);
}

TEST_P(Jail, EndsWhoWritesTooLargeAFile) {
  const Outcome outcome = run("file", {"--file-size", "4194304"});
  EXPECT_EQ(outcome.ended["limit"], "file") << outcome.output << outcome.ended;
  EXPECT_EQ(outcome.exit_code, 128 + SIGXFSZ);
}

TEST_P(Jail, EndsWhoComputesTooLong) {
  const Outcome outcome = run("loop", {"--cpu", "1"});
  EXPECT_EQ(outcome.ended["limit"], "cpu") << outcome.output << outcome.ended;
  EXPECT_EQ(outcome.exit_code, 128 + SIGKILL);
}

TEST_P(Jail, EndsWhoStopsItself) {
  const Outcome outcome = stage().run({"--wall", "1"}, "floods", {"stop"});
  EXPECT_EQ(outcome.ended["limit"], "wall") << outcome.output << outcome.ended;
  EXPECT_EQ(outcome.exit_code, 128 + SIGKILL);
}

// In a place of this test's own: others make such folders, too.
TEST_P(Jail, RemovesAFolderOfAnyDepth) {
  const fs::path place = "/tmp/workbook-jail-depth-" + std::to_string(getpid());
  fs::create_directory(place);
  fs::permissions(place, fs::perms::all);
  setenv("TMPDIR", place.c_str(), 1);
  EXPECT_EQ(run("deep_folder").ended["exit_code"], 0);
  unsetenv("TMPDIR");
  EXPECT_TRUE(fs::is_empty(place));
  fs::remove_all(place);
}

TEST_P(Jail, GivesNothingOfOurEnvironment) {
  setenv("GTEST_OUTPUT", "xml:/tmp/stolen", 1);
  setenv("LD_LIBRARY_PATH", "/tmp", 1);
  setenv("HANDED_ON", "yes", 1);
  const Outcome outcome = run("environment", {"--env", "HANDED_ON", "--env", "NAMED=also"});
  for (const char* const name : {"GTEST_OUTPUT", "LD_LIBRARY_PATH", "HANDED_ON"}) unsetenv(name);
  std::vector<std::string> names;
  std::istringstream lines(outcome.output);
  for (std::string line; std::getline(lines, line);) names.push_back(line.substr(0, line.find('=')));
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"HANDED_ON", "HOME", "LANG", "NAMED", "PATH", "TMPDIR"}));
}

TEST_P(Jail, HandsOnNoDescriptorButThoseNamed) {
  const int secret = open((stage().outside() / "secret").c_str(), O_RDONLY);
  ASSERT_EQ(dup2(secret, 50), 50);
  ASSERT_EQ(dup2(secret, 100), 100);
  EXPECT_EQ(run("descriptors").output, "0 1 2 \n");
  EXPECT_EQ(run("descriptors", {"--keep-fd", "100"}).output, "0 1 2 100 \n");
  for (const int descriptor : {secret, 50, 100}) close(descriptor);
}

TEST_P(Jail, GivesBackTheFolderThatWasWritten) {
  const Outcome outcome =
      stage().run_command({"--write", stage().write_folder().string()},
                          {"/bin/sh", "-c", "echo result > " + stage().write_folder().string() + "/result"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
  struct stat folder {};
  struct stat result {};
  ASSERT_EQ(stat(stage().write_folder().c_str(), &folder), 0);
  ASSERT_EQ(stat((stage().write_folder() / "result").c_str(), &result), 0);
  EXPECT_EQ(result.st_uid, folder.st_uid) << "it is the owner's again";
  fs::remove(stage().write_folder() / "result");
}

INSTANTIATE_TEST_SUITE_P(Rungs, Jail, testing::ValuesIn(stage::all_places()),
                         [](const auto& info) { return name_of(info.param); });

}  // namespace

// tests/tools/workbook/grade/class_test.cpp: a class of hostile strangers is graded: each gets its own verdict, and
// neither the neighbours, the grader nor the files outside are touched. Each of threats/*.hpp says in its first lines
// what is to become of it. A run that is killed at any moment loses nothing.
#include "programs/files.hpp"
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <thread>

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using workbook::read_file;
using workbook::TemporaryFolder;
using workbook::write_file;

constexpr const char* kLesson = "01_sequential";
constexpr const char* kSeed = "11";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string first_line_with(const std::string& text, const std::string& key) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("// " + key + ": ")) return line.substr(key.size() + 5);
  }
  return "";
}

fs::path solution() { return fs::path(WORKBOOK_ROOT) / "solutions" / kLesson / "exercise.hpp"; }

// Submissions, results and a file that nobody may touch.
class Class : public testing::Test {
 protected:
  Class() {
    write_file(canary(), "untouched");
    // The jail's users must get there.
    fs::create_directory(jobs_);
    fs::permissions(jobs_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
    setenv("TMPDIR", jobs_.c_str(), 1);
    // Should the jail be broken, the machine shall not be: files stay small, and no core is written.
    const rlimit small{256U << 20, 256U << 20};
    const rlimit none{0, 0};
    setrlimit(RLIMIT_FSIZE, &small);
    setrlimit(RLIMIT_CORE, &none);
  }

  ~Class() override {
    fs::remove_all(jobs_);
    unsetenv("TMPDIR");
  }

  fs::path submissions() const { return folder_.path() / "in"; }
  fs::path out() const { return folder_.path() / "out"; }
  fs::path canary() const { return folder_.path() / "canary"; }

  void hand_in(const std::string& student, const std::string& text) {
    write_file(submissions() / student / kLesson / "exercise.hpp", text);
  }

  // Names in a zip file may be any: "../x" is one of them.
  void zip(const std::string& student, const std::map<std::string, std::string>& files) {
    const fs::path below = folder_.path() / "a/b/c/d/e/f/g";
    std::vector<std::string> words{
        "-E", "chdir", below, CMAKE, "-E", "tar", "cf", submissions() / (student + ".zip"), "--format=zip"};
    fs::create_directories(below);
    for (const auto& [name, text] : files) {
      write_file((below / name).lexically_normal(), text);
      words.push_back(name);
    }
    ASSERT_EQ(workbook::run({CMAKE, words}).exit_code, 0);
  }

  std::string threat(const fs::path& file) const {
    std::string text = replaced(read_file(file), "SOLUTION", solution());
    text = replaced(text, "CANARY", canary());
    return replaced(text, "RESULTS", out() / "class.csv");
  }

  workbook::Command grade(const fs::path& results) const {
    return {WORKBOOK_COMMAND,
            {"grade", submissions(), "--out", results, "--lesson", "01", "--seed", kSeed, "--jobs", "2"}};
  }

  static Json record(const fs::path& results, const std::string& student) {
    return Json::parse(read_file(results / "students" / student / kLesson / "verdict.json"), nullptr, false);
  }

  static std::string word(const Json& record) {
    return record.at("standing") == "judged" ? std::string(record.at("verdict").at("verdict"))
                                             : std::string(record.at("standing"));
  }

  const fs::path jobs_ = "/tmp/workbook-class-test-" + std::to_string(getpid());

 private:
  TemporaryFolder folder_;
};

TEST_F(Class, OfHostileStrangersGetsTheVerdictsThatItDeserves) {
  std::map<std::string, std::string> threats;
  for (const auto& entry : fs::directory_iterator(THREATS)) {
    threats[entry.path().stem()] = read_file(entry.path());
    hand_in(entry.path().stem(), threat(entry.path()));
  }
  ASSERT_GE(threats.size(), 25U);
  hand_in("honest", read_file(solution()));
  hand_in("zz_honest", read_file(solution()));  // the last, when all the others have had their turn
  const workbook::Finished graded = workbook::run(grade(out()));
  EXPECT_EQ(graded.exit_code, 0) << graded.output;
  for (const auto& [name, text] : threats) {
    const Json got = record(out(), name);
    ASSERT_TRUE(got.is_object()) << name;
    EXPECT_EQ(word(got), first_line_with(text, "verdict")) << name << ": " << got.dump(1);
    EXPECT_NE(
        got.dump().find(Json(first_line_with(text, "says")).dump().substr(1, first_line_with(text, "says").size())),
        std::string::npos)
        << name << ": " << got.dump(1);
  }
  EXPECT_EQ(word(record(out(), "honest")), "passed");
  EXPECT_EQ(word(record(out(), "zz_honest")), "passed");
  EXPECT_EQ(read_file(canary()), "untouched");
  EXPECT_FALSE(fs::exists("/tmp/poison"));
  EXPECT_TRUE(fs::is_empty(jobs_)) << "nothing is left of the jobs";
  EXPECT_EQ(read_file(out() / "class.html").find("<script"), std::string::npos);
}

TEST_F(Class, FilesThatAreNoAnswersAreRefusedInASentence) {
  hand_in("honest", read_file(solution()));
  fs::create_directories(submissions() / "linked" / kLesson);
  fs::create_symlink("/etc/passwd", submissions() / "linked" / kLesson / "exercise.hpp");
  fs::create_directories(submissions() / "folder" / kLesson / "exercise.hpp");
  fs::create_directories(submissions() / "nothing");
  hand_in("empty", "");
  hand_in("binary", std::string("\0\1\2", 3));
  hand_in("large", std::string(10 << 20, '/'));
  hand_in("=cmd() \"x\"\n<b>", read_file(solution()));
  write_file(submissions() / "renamed" / kLesson / "Exercise.hpp", read_file(solution()));
  write_file(submissions() / "damaged.zip", "no zip file");
  zip("zipped", {{"work/01_sequential/exercise.hpp", read_file(solution())}, {"notes.txt", "mine"}});
  zip("outside", {{"../../01_sequential/exercise.hpp", read_file(solution())}});
  const workbook::Finished graded = workbook::run(grade(out()));
  EXPECT_EQ(graded.exit_code, 0) << graded.output;
  EXPECT_EQ(word(record(out(), "zipped")), "passed");
  EXPECT_NE(word(record(out(), "outside")), "passed");
  for (const std::string student : {"linked", "folder", "empty", "binary", "large", "damaged"}) {
    EXPECT_EQ(record(out(), student).at("standing"), "refused") << student;
  }
  for (const std::string student : {"nothing", "renamed"}) EXPECT_EQ(record(out(), student).at("standing"), "missing");
  EXPECT_NE(std::string(record(out(), "renamed").at("reason")).find("got 01_sequential/Exercise.hpp"),
            std::string::npos);
  EXPECT_EQ(word(record(out(), "honest")), "passed");
  const std::string csv = read_file(out() / "class.csv");
  EXPECT_NE(csv.find("\"'=cmd() \"\"x\"\"\n<b>\",7,7,passed"), std::string::npos) << csv;
}

// The grader as a process of its own group, so that it can be killed with all that it has started.
pid_t start(const workbook::Command& command) {
  const pid_t process = fork();
  if (process == 0) {
    setpgid(0, 0);
    std::vector<std::string> words{command.program};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::freopen("/dev/null", "w", stdout);
    std::freopen("/dev/null", "w", stderr);
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  return process;
}

std::size_t records_in(const fs::path& results) {
  std::size_t count = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator walk(results, error); !error && walk != fs::recursive_directory_iterator();
       walk.increment(error)) {
    count += walk->path().filename() == "verdict.json" ? 1 : 0;
  }
  return count;
}

std::string without_times(const Json& record) {
  Json copy = record;
  copy.erase("seconds");
  return copy.dump();
}

// SIGKILL to the grader alone: it can't say goodbye to what it has started.
TEST_F(Class, AGraderThatIsKilledLosesNothing) {
  const int moments = std::getenv("WORKBOOK_SOAK") == nullptr ? 2 : 20;
  for (int i = 0; i < 3; ++i) hand_in("student" + std::to_string(i), read_file(solution()));
  hand_in("wrong", threat(fs::path(THREATS) / "wrong_value.hpp"));
  ASSERT_EQ(workbook::run(grade(out())).exit_code, 0);
  for (int moment = 1; moment <= moments; ++moment) {
    const fs::path results = out().string() + std::to_string(moment);
    const std::size_t wanted = static_cast<std::size_t>(1 + moment % 3);
    const pid_t grader = start(grade(results));
    while (records_in(results) < wanted && waitpid(grader, nullptr, WNOHANG) == 0) std::this_thread::yield();
    kill(grader, SIGKILL);
    waitpid(grader, nullptr, 0);
    const workbook::Finished resumed = workbook::run(grade(results));
    ASSERT_EQ(resumed.exit_code, 0) << resumed.output;
    EXPECT_EQ(read_file(results / "class.csv"), read_file(out() / "class.csv"));
    for (const std::string student : {"student0", "student2", "wrong"}) {
      EXPECT_EQ(without_times(record(results, student)), without_times(record(out(), student)));
    }
  }
}

TEST_F(Class, TheSameSeedGivesTheSameResults) {
  hand_in("honest", read_file(solution()));
  hand_in("wrong", threat(fs::path(THREATS) / "wrong_value.hpp"));
  hand_in("crashing", threat(fs::path(THREATS) / "crashes.hpp"));
  const fs::path again = out().string() + "again";
  ASSERT_EQ(workbook::run(grade(out())).exit_code, 0);
  ASSERT_EQ(workbook::run(grade(again)).exit_code, 0);
  for (const std::string file :
       {"class.csv", "class.html", "students/wrong/feedback.md", "students/wrong/feedback.html",
        "students/wrong/results.json", "students/crashing/junit.xml"}) {
    EXPECT_EQ(read_file(again / file), read_file(out() / file)) << file;
    EXPECT_FALSE(read_file(out() / file).empty()) << file;
  }
}

TEST_F(Class, MisuseIsSaidInOneLineAndBlamesNobody) {
  hand_in("honest", read_file(solution()));
  write_file(submissions() / "points.csv", "lesson,check,points\n01_sequential,Integrate.Misspelt,1\n");
  const auto complaint = [&](const std::vector<std::string>& more) {
    workbook::Command command = grade(out());
    command.arguments.insert(command.arguments.end(), more.begin(), more.end());
    const workbook::Finished finished = workbook::run(command);
    EXPECT_EQ(finished.exit_code, 2) << finished.output;
    return finished.output;
  };
  EXPECT_NE(complaint({"--points", submissions() / "points.csv"}).find("Integrate.Misspelt"), std::string::npos);
  EXPECT_NE(complaint({"--rung", "limits"}).find("--allow-weak"), std::string::npos);
  EXPECT_NE(complaint({"--rung", "tower"}).find("without a jail"), std::string::npos);
  workbook::Command unwritable = grade("/proc/results");
  const workbook::Finished finished = workbook::run(unwritable);
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.output.find("cannot write in /proc/results"), std::string::npos) << finished.output;
}

// Another grader has these results in hand.
TEST_F(Class, TwoGradersDoNotWriteOneFolder) {
  hand_in("honest", read_file(solution()));
  const pid_t first = start(grade(out()));
  while (!fs::exists(out() / "grade.json") && waitpid(first, nullptr, WNOHANG) == 0) std::this_thread::yield();
  const workbook::Finished second = workbook::run(grade(out()));
  EXPECT_EQ(second.exit_code, 2);
  EXPECT_NE(second.output.find("another grade is writing"), std::string::npos) << second.output;
  waitpid(first, nullptr, 0);
}

}  // namespace

// tests/tools/interleave/command_test.cpp: the command `interleave` as people start it: exit codes and what it says.
#include "programs/programs.hpp"

#include "interleave/command/compile.hpp"
#include "interleave/command/show_progress.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using workbook::Finished;

Finished interleave_with(const std::vector<std::string>& arguments) { return workbook::run({COMMAND, arguments}); }

// The command on a program that reports these records.
Finished on_records(const std::string& records, std::vector<std::string> options = {}) {
  const workbook::TemporaryFolder folder;
  const std::string file = folder.path() / "records";
  std::ofstream(file) << records;
  options.insert(options.begin(), {"run", SAYER});
  options.insert(options.end(), {"--", file, "exit 0"});
  return interleave_with(options);
}

bool says(const Finished& finished, const std::string& text) { return finished.output.find(text) != std::string::npos; }

TEST(Command, EndsWithTheCodeOfItsVerdict) {
  EXPECT_EQ(on_records("verdict\tproved\nend\n").exit_code, 0);
  EXPECT_EQ(on_records("verdict\tnothing_found\nend\n").exit_code, 0);
  EXPECT_EQ(on_records("verdict\tfails\nfailure\tstuck\t\t0\nend\n").exit_code, 1);
  EXPECT_EQ(on_records("verdict\tunsupported\nfailure\tunsupported\tfork\t0\nend\n").exit_code, 2);
  EXPECT_EQ(on_records("verdict\tfault\nend\n").exit_code, 2);
  EXPECT_EQ(on_records("verdict\tnot_done\nend\n").exit_code, 3);
  EXPECT_EQ(on_records("verdict\tproved\n").exit_code, 2);
}

TEST(Command, IsQuietWhenAsked) {
  const Finished finished =
      on_records("total\t1\t0\t1\t1\t1\nverdict\tfails\nfailure\tstuck\tx\t0\nend\n", {"--quiet"});
  EXPECT_EQ(finished.output, "fails: stuck for ever (1 schedule, 0.00 s)\n");
}

TEST(Command, ShowsThePlaceToRunItAgainWithTheProgramsArguments) {
  const Finished finished = on_records("verdict\tfails\nfailure\tstuck\tx\t0\nreplay\t3:1\nend\n", {"--spurious", "0"});
  EXPECT_TRUE(says(finished, " --spurious 0 --replay 3:1 -- ")) << finished.output;
  EXPECT_TRUE(says(finished, " 'exit 0'\n")) << finished.output;
}

TEST(Command, SaysThatSteppingWantsATerminal) {
  const Finished finished =
      on_records("verdict\tfails\nfailure\tstuck\tx\t0\nstep\t1\t1\tyield\t0x0\t0\t\t\t0\t\t\nend\n", {"--step"});
  EXPECT_TRUE(says(finished, "--step wants a terminal; here is the table\n")) << finished.output;
  EXPECT_TRUE(says(finished, "yields")) << finished.output;
}

TEST(Command, WritesJsonToAFileOrToStandardOutput) {
  const workbook::TemporaryFolder folder;
  const std::string file = folder.path() / "report.json";
  on_records("verdict\tproved\nend\n", {"--json", file});
  EXPECT_EQ(nlohmann::json::parse(std::ifstream(file))["verdict"], "proved");
  EXPECT_EQ(nlohmann::json::parse(on_records("verdict\tproved\nend\n", {"--json", "-"}).output)["verdict"], "proved");
  EXPECT_EQ(on_records("verdict\tproved\nend\n", {"--json", "/nowhere/at/all"}).exit_code, 2);
}

TEST(Command, RefusesWhatItDoesNotUnderstandInOneLine) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> misuses{
      {{"run", "/nowhere.cpp"}, "interleave: got '/nowhere.cpp', wanted a source file or a program\n"},
      {{"run", TEST_PROGRAMS}, "interleave: got '" TEST_PROGRAMS "', wanted a source file or a program\n"},
      {{"run", SAYER, "--bound", "-1"}, "interleave: --bound: got '-1', wanted a number of 0 or more"},
      {{"run", SAYER, "--bound", "many"}, "interleave: --bound: got 'many', wanted a number of 0 or more"},
      {{"run", SAYER, "--time", "0"}, "interleave: --time: got '0', wanted a number above 0"},
      {{"run", SAYER, "--search", "luck"}, "interleave: --search: "},
      {{"run"}, "interleave: file is required"},
      {{"run", "/bin/true"}, "interleave: /bin/true does not report: "},
  };
  for (const auto& [arguments, wanted] : misuses) {
    const Finished finished = interleave_with(arguments);
    EXPECT_EQ(finished.exit_code, 2) << wanted;
    EXPECT_TRUE(finished.output.starts_with(wanted)) << finished.output;
    EXPECT_EQ(std::ranges::count(finished.output, '\n'), 1) << finished.output;
  }
}

TEST(Command, HelpsStrangers) {
  const Finished help = interleave_with({"run", "--help"});
  EXPECT_EQ(help.exit_code, 0);
  for (const std::string text : {"--replay", "--search", "--json", "Examples:", "Exit code:"}) {
    EXPECT_TRUE(says(help, text)) << text;
  }
  EXPECT_EQ(interleave_with({}).exit_code, 2);
  EXPECT_TRUE(says(interleave_with({}), "run --help")) << "no pointer to the help";
}

TEST(Compiling, SaysWhatTheCompilerSays) {
  const workbook::TemporaryFolder folder;
  const std::string file = folder.path() / "broken.cpp";
  std::ofstream(file) << "int main() { return nothing; }\n";
  const interleave::Toolchain toolchain{INTERLEAVE "/compile_flags.txt", INTERLEAVE "/include", COMMON, FAKE_LIBRARY};
  try {
    interleave::compile(file, {}, toolchain, folder.path());
    FAIL() << "it compiled";
  } catch (const std::runtime_error& failure) {
    const std::string text = failure.what();
    EXPECT_TRUE(text.starts_with(file + " does not compile:\n")) << text;
    EXPECT_NE(text.find("error: "), std::string::npos) << text;
  }
}

TEST(Compiling, TakesTheFlagsOfItsFile) {
  const interleave::Toolchain toolchain{INTERLEAVE "/compile_flags.txt", "/shims", COMMON, FAKE_LIBRARY};
  const std::vector<std::string> flags = interleave::compile_flags(toolchain, false);
  EXPECT_NE(std::ranges::find(flags, "-fsanitize=thread"), flags.end());
  EXPECT_NE(std::ranges::find(flags, "-isystem/shims"), flags.end());
  EXPECT_EQ(std::ranges::find(flags, "-mllvm"), flags.end());
  for (const bool clang : {false, true}) {
    for (const std::string& flag : interleave::compile_flags(toolchain, clang)) {
      EXPECT_TRUE(flag.starts_with('-')) << flag;
    }
  }
}

TEST(Compiling, RemovesItsFolder) {
  fs::path path;
  {
    const workbook::TemporaryFolder folder;
    path = folder.path();
    std::ofstream(path / "file") << "x";
    EXPECT_TRUE(fs::exists(path / "file"));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(Progress, SaysHowFarAndHowFast) {
  EXPECT_EQ(interleave::progress_text({"bound 2", 12345, 0.5, 0}, 10.0),
            "bound 2: 12,345 schedules, 24,690 a second, 0.5 of 10 s");
  EXPECT_EQ(interleave::progress_text({"random", 10, 2, 3}, {}),
            "random: 10 schedules, 5 a second, 2.0 s, 3 cut short");
}

}  // namespace

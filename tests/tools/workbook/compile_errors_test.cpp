// tests/tools/workbook/compile_errors_test.cpp: of all that a compiler says, the student's own errors come first.
#include "checkout/compile_errors.hpp"

#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

class CompileErrors : public testing::Test {
 protected:
  CompileErrors() { std::ofstream(exercise_) << "// nothing\n"; }
  std::string described(const std::string& output) const {
    return workbook::described(workbook::compile_errors_in(output, exercise_));
  }
  std::string in_exercise(int line, const std::string& text) const {
    return exercise_.string() + ":" + std::to_string(line) + ":7: error: " + text + "\n";
  }

  const workbook::TemporaryFolder folder_;
  const std::filesystem::path exercise_ = folder_.path() / "exercise.hpp";
};

TEST_F(CompileErrors, InTheExerciseAreShownAndOthersAreNot) {
  const std::string text =
      described("/usr/include/c++/12/thread:5:1: error: something long\n" + in_exercise(12, "no such name"));
  EXPECT_NE(text.find("does not compile"), std::string::npos) << text;
  EXPECT_NE(text.find(":12: no such name"), std::string::npos) << text;
  EXPECT_EQ(text.find("something long"), std::string::npos) << text;
}

TEST_F(CompileErrors, AreThreeAtMost) {
  std::string output;
  for (int line = 1; line <= 5; ++line) output += in_exercise(line, "error number " + std::to_string(line));
  const std::string text = described(output);
  EXPECT_NE(text.find("error number 3"), std::string::npos) << text;
  EXPECT_EQ(text.find("error number 4"), std::string::npos) << text;
  EXPECT_NE(text.find("and 2 more"), std::string::npos) << text;
}

TEST_F(CompileErrors, AreToldOnceThoughTheExerciseIsCompiledTwice) {
  const std::string output = in_exercise(12, "no such name");
  EXPECT_EQ(workbook::compile_errors_in(output + output, exercise_).shown.size(), 1U);
}

TEST_F(CompileErrors, HoldNoControlCharacters) {
  const std::string text = described(in_exercise(12, "stray '\033' in \xff"));
  EXPECT_NE(text.find("stray '\\x1b' in \\xff"), std::string::npos) << text;
}

TEST_F(CompileErrors, OfALineWithoutAnEndAreRead) {
  const std::string text = described(in_exercise(12, std::string(1'000'000, 'x')));
  EXPECT_NE(text.find(":12: xxx"), std::string::npos) << text.substr(0, 200);
}

TEST_F(CompileErrors, ElsewhereMeanThatTheExerciseDoesNotFit) {
  const std::string text = described("tests/x/scenarios.cpp:9:3: error: 'integrate' was not declared\n");
  EXPECT_NE(text.find("does not fit its lesson"), std::string::npos) << text;
  EXPECT_NE(text.find("'integrate' was not declared"), std::string::npos) << text;
}

TEST_F(CompileErrors, WrittenForTheStudentAreShownWhereverTheyStand) {
  const std::string text =
      described("tests/x/refused.hpp:2:2: error: #error \"not this header\"\n" + in_exercise(9, "then this"));
  EXPECT_NE(text.find("not this header"), std::string::npos) << text;
  EXPECT_NE(text.find(":9: then this"), std::string::npos) << text;
}

TEST_F(CompileErrors, AreToldApartFromOtherFailures) {
  EXPECT_TRUE(workbook::blames_a_file(in_exercise(12, "no such name")));
  EXPECT_TRUE(workbook::blames_a_file("ld: undefined reference to `f()'\n"));
  EXPECT_FALSE(workbook::blames_a_file("c++: fatal error: Killed signal terminated program cc1plus\n"));
  EXPECT_FALSE(workbook::blames_a_file("ninja: error: No space left on device\n"));
}

TEST_F(CompileErrors, OfTheLinkerAreShownAsTheyAre) {
  const std::string text = described("ld: undefined reference to `f()'\n");
  EXPECT_NE(text.find("does not build"), std::string::npos) << text;
  EXPECT_NE(text.find("undefined reference"), std::string::npos) << text;
}

}  // namespace

// tests/tools/workbook/leading_includes_test.cpp: of an exercise's includes those are compiled ahead that mean the same
// there; and no others, or an #include that is missing would be hidden.
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;

class LeadingIncludes : public testing::Test {
 protected:
  void make(const std::string& exercise) const {
    std::ofstream(exercise_) << exercise;
    const workbook::Finished finished = workbook::run(
        {CMAKE, {"-D", "EXERCISE=" + exercise_.string(), "-D", "OUTPUT=" + output_.string(), "-P", SCRIPT}});
    ASSERT_EQ(finished.exit_code, 0) << finished.output;
    ASSERT_EQ(finished.output, "");
  }

  // Without the lines that name the exercise.
  std::string of(const std::string& exercise) const {
    make(exercise);
    std::ifstream file(output_);
    std::string text;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("#include")) text += line + '\n';
    }
    return text;
  }

  const workbook::TemporaryFolder folder_;
  const fs::path exercise_ = folder_.path() / "an exercise.hpp";
  const fs::path output_ = folder_.path() / "includes.hpp";
};

TEST_F(LeadingIncludes, AreThoseBeforeAnythingElse) {
  EXPECT_EQ(of("// A comment; with [brackets.\n#pragma once\n\n#include <mutex>\n  #  include <vector>\nint x;\n"
               "#include <thread>\n"),
            "#include <mutex>\n");
  EXPECT_EQ(of("#include <mutex>\n#include <thread>  // why\nint x;\n"),
            "#include <mutex>\n#include <thread>  // why\n");
}

TEST_F(LeadingIncludes, EndWhereTheyCouldMeanSomethingElse) {
  EXPECT_EQ(of("#define X\n#include <mutex>\n"), "");
  EXPECT_EQ(of("#if 0\n#include <mutex>\n#endif\n"), "");
  EXPECT_EQ(of("/* from here\n#include <mutex>\nto here */\n"), "");
  EXPECT_EQ(of("// on and on \\\n#include <mutex>\n"), "");
  EXPECT_EQ(of("#include \"mine.hpp\"\n#include <mutex>\n"), "");
  EXPECT_EQ(of("using namespace std;\n#include <mutex>\n"), "");
}

TEST_F(LeadingIncludes, MayBeNone) {
  EXPECT_EQ(of(""), "");
  EXPECT_EQ(of("#include <mutex>"), "") << "a line without its end may not be written yet";
}

TEST_F(LeadingIncludes, AreToldByTheirLinesInTheExercise) {
  make("// One.\n#include <mutex>\n");
  std::ostringstream text;
  text << std::ifstream(output_).rdbuf();
  EXPECT_NE(text.str().find("#line 2 \"" + exercise_.string() + "\"\n#include <mutex>\n"), std::string::npos)
      << text.str();
}

TEST_F(LeadingIncludes, AreNotWrittenAgainWhereNothingHasChanged) {
  make("#include <mutex>\nint x;\n");
  const fs::file_time_type before = fs::last_write_time(output_) - std::chrono::hours(1);
  fs::last_write_time(output_, before);
  make("#include <mutex>\nint y;\n");
  EXPECT_EQ(fs::last_write_time(output_), before);
  make("#include <mutex>\n#include <thread>\nint y;\n");
  EXPECT_NE(fs::last_write_time(output_), before);
}

}  // namespace

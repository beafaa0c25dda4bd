// tests/tools/jail/compiler_test.cpp: the compiler does its work in the jail, and lets no source look outside.
#include "stage.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using stage::Outcome;
using stage::Place;
using stage::Stage;

class Compiler : public testing::TestWithParam<Place> {
 protected:
  void SetUp() override {
    const std::string reason = stage::why_not_offered(GetParam());
    if (!reason.empty()) GTEST_SKIP() << name_of(GetParam()) << " is not offered here: " << reason;
    stage_.emplace(GetParam());
    fs::create_directory(source_folder());
    fs::create_directory(stage_->folder() / "solutions");
    std::ofstream(stage_->folder() / "solutions/answer.hpp") << "constexpr int kAnswer = 42;\n";
  }

  void TearDown() override {
    if (!stage_) return;
    EXPECT_EQ(stage_->damage(), "");
    EXPECT_TRUE(stage_->left().empty()) << "processes are left";
  }

  fs::path source_folder() const { return stage_->folder() / "source"; }
  fs::path program() const { return stage_->write_folder() / "program"; }

  // With nothing but the folder of the source, and one to build in.
  Outcome compile(const std::string& source, const std::vector<std::string>& more = {},
                  const std::string& cpu_seconds = "4") const {
    const fs::path file = source_folder() / "exercise.cpp";
    std::ofstream(file) << source;
    std::vector<std::string> command{COMPILER, "-std=c++20", "-pthread", "-o", program().string(), file.string()};
    command.insert(command.end(), more.begin(), more.end());
    return stage_->run_command({"--read", source_folder().string(), "--write", stage_->write_folder().string(), "--cpu",
                                cpu_seconds, "--memory", "536870912", "--wall", "40"},
                               command);
  }

  bool is_limits_alone() const { return GetParam().rung == "limits"; }
  const Stage& stage() const { return *stage_; }

 private:
  std::optional<Stage> stage_;
};

TEST_P(Compiler, DoesItsWork) {
  const Outcome compiled = compile("#include <iostream>\nint main() { std::cout << \"compiled\\n\"; }\n");
  ASSERT_EQ(compiled.exit_code, 0) << compiled.output;
  // The next job runs what the one before has built.
  EXPECT_EQ(stage().run_command({}, {program().string()}).output, "compiled\n");
}

TEST_P(Compiler, UsesAPrecompiledHeader) {
  std::ofstream(source_folder() / "all.hpp") << "#include <vector>\n";
  const std::string header = (stage().write_folder() / "all.hpp").string();
  const Outcome first = stage().run_command(
      {"--read", source_folder().string(), "--write", stage().write_folder().string()},
      {COMPILER, "-std=c++20", "-pthread", "-x", "c++-header", "-o", header + ".gch", source_folder() / "all.hpp"});
  ASSERT_EQ(first.exit_code, 0) << first.output;
  const Outcome second = compile("int main() { return static_cast<int>(std::vector<int>().size()); }\n",
                                 {"-include", header, "-Winvalid-pch"});
  EXPECT_EQ(second.exit_code, 0) << second.output;
}

// Whether the source was compiled, or a text of the file stands in the messages. Where not, the file is named by one.
void expect_no_look(const Outcome& outcome, const std::string& file, const std::string& text, bool open) {
  EXPECT_EQ(outcome.ended["event"], "ended") << outcome.output;
  EXPECT_TRUE(open || outcome.output.find(file) != std::string::npos) << outcome.output;
  const bool seen = outcome.exit_code == 0 || outcome.output.find(text) != std::string::npos;
  EXPECT_EQ(seen, open) << outcome.output;
}

TEST_P(Compiler, IncludesNoFileFromOutside) {
  expect_no_look(compile("#include \"/etc/passwd\"\nint main() {}\n"), "/etc/passwd", "root:", is_limits_alone());
}

TEST_P(Compiler, AssemblesNoFileFromOutside) {
  expect_no_look(compile("asm(\".incbin \\\"/etc/passwd\\\"\");\nint main() {}\n"), "/etc/passwd",
                 "root:", is_limits_alone());
}

TEST_P(Compiler, ReadsNoSolution) {
  expect_no_look(compile("#include \"../solutions/answer.hpp\"\nint main() { return kAnswer - 42; }\n"), "answer.hpp",
                 "kAnswer = 42", is_limits_alone());
}

// They cost the time that they are allowed, so nobody but whoever runs the test tries them.
class Bomb : public Compiler {
 protected:
  void expect_to_be_ended(const std::string& source) const {
    const Outcome outcome = compile(source, {}, "1");
    EXPECT_EQ(outcome.ended["event"], "ended") << outcome.output;
    EXPECT_EQ(outcome.exit_code, 1);
    const bool ended = outcome.output.find("Killed") != std::string::npos;
    EXPECT_TRUE(ended || outcome.output.find("memory") != std::string::npos) << outcome.output;
  }
};

TEST_P(Bomb, OfTemplatesIsEnded) {
  expect_to_be_ended(
      "template <int Depth, long Path> struct Tree {\n"
      "  static constexpr int value = Tree<Depth - 1, 2 * Path>::value + Tree<Depth - 1, 2 * Path + 1>::value;\n"
      "};\n"
      "template <long Path> struct Tree<0, Path> { static constexpr int value = 1; };\n"
      "int main() { return Tree<30, 1>::value; }\n");
}

TEST_P(Bomb, OfMacrosIsEnded) {
  std::string source = "#define M0 1 +\n";
  for (int i = 1; i <= 9; ++i) {
    const std::string before = " M" + std::to_string(i - 1);
    source += "#define M" + std::to_string(i);
    for (int copies = 0; copies < 10; ++copies) source += before;
    source += '\n';
  }
  expect_to_be_ended(source + "int main() { return M9 1; }\n");
}

TEST_P(Bomb, OfTenMebibytesComesToAnEnd) {
  const std::string line = "int f();\n";
  std::string source;
  while (source.size() < 10U << 20U) source += line;
  const Outcome outcome = compile(source + "int main() {}\n", {}, "1");
  EXPECT_EQ(outcome.ended["event"], "ended") << outcome.output.substr(0, 1000);
}

INSTANTIATE_TEST_SUITE_P(Rungs, Compiler, testing::ValuesIn(stage::all_places()),
                         [](const auto& info) { return name_of(info.param); });

INSTANTIATE_TEST_SUITE_P(Rungs, Bomb, testing::ValuesIn(stage::places_of_ours()),
                         [](const auto& info) { return name_of(info.param); });

}  // namespace

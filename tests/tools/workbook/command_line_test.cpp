// tests/tools/workbook/command_line_test.cpp: every command tells of itself, and what it tells is true.
#include "command_line/command_line.hpp"
#include "command_line/completion.hpp"
#include "command_line/description.hpp"
#include "command_line/man_page.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace workbook {
namespace {

struct Understood {};

// All commands. Nothing is done: as soon as a line has been understood, parsing ends.
class CommandLine : public testing::Test {
 protected:
  CommandLine() {
    add_commands(app_, exit_code_);
    app_.parse_complete_callback([] { throw Understood(); });
  }

  CLI::App app_;
  int exit_code_ = 0;
};

// The lines of a footer that begin with two blanks.
std::vector<std::string> examples_in(const std::string& footer) {
  std::vector<std::string> examples;
  std::istringstream lines(footer);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  ")) examples.push_back(line.substr(2));
  }
  return examples;
}

// What our command gets of a shell's line: what stands behind "./workbook ", up to a remark, a pipe or a redirection.
std::string arguments_in(const std::string& example) {
  const std::string start = "./workbook ";
  const std::size_t begin = example.find(start);
  if (begin == std::string::npos) return "";
  const std::string rest = example.substr(begin + start.size());
  std::size_t end = rest.size();
  for (const std::string mark : {"   ", " >", " |", ")"}) end = std::min(end, rest.find(mark));
  return rest.substr(0, end);
}

TEST_F(CommandLine, ShowsExamplesOfEachCommandThatItUnderstands) {
  int seen = 0;
  for (const CommandDescription& command : describe(app_).commands) {
    SCOPED_TRACE(command.name);
    const std::vector<std::string> examples = examples_in(command.footer);
    EXPECT_FALSE(examples.empty());
    for (const std::string& example : examples) {
      const std::string arguments = arguments_in(example);
      EXPECT_TRUE((arguments + " ").starts_with(command.name + " ")) << example;
      EXPECT_THROW(app_.parse(arguments), Understood) << example;
      ++seen;
    }
  }
  EXPECT_GT(seen, 15);
}

TEST_F(CommandLine, RefusesWhatNoCommandIsCalled) { EXPECT_THROW(app_.parse("no-such-command"), CLI::ParseError); }

// Names of commands and options as anybody else reads them: from --help.
TEST_F(CommandLine, IsWholeInManPageAndCompletions) {
  const Description description = describe(app_);
  const std::string man = man_page(description);
  const std::string bash = bash_completion(description);
  const std::string fish = fish_completion(description);
  const std::string help = app_.help();
  for (const CommandDescription& command : description.commands) {
    EXPECT_NE(help.find("\n  " + command.name + " "), std::string::npos) << command.name;
    EXPECT_NE(bash.find("    " + command.name + ")\n"), std::string::npos) << command.name;
    EXPECT_NE(fish.find(" -a " + command.name + " "), std::string::npos) << command.name;
    for (const OptionDescription& option : command.options) {
      EXPECT_FALSE(option.help.empty()) << command.name << ' ' << option.names;
    }
  }
  EXPECT_NE(man.find("\\-\\-svg"), std::string::npos);
  EXPECT_NE(bash.find("--svg"), std::string::npos);
  EXPECT_NE(fish.find("-l svg"), std::string::npos);
}

TEST(ManPage, LetsNoTextBeARequest) {
  const Description description{
      "./workbook", ".so /etc/passwd", {{"try", "'back\\slash", "A group", "Examples:\n  ./workbook try\n.end", {}}}};
  const std::string man = man_page(description);
  EXPECT_NE(man.find("\n\\&.so /etc/passwd\n"), std::string::npos) << man;
  EXPECT_NE(man.find("\n\\&'back\\eslash\n"), std::string::npos) << man;
  EXPECT_NE(man.find("\n\\&.end\n"), std::string::npos) << man;
}

TEST(Describe, TellsWhichOptionsTakeWhat) {
  CLI::App app;
  CLI::App* const command = app.add_subcommand("go", "goes");
  int number = 0;
  std::string text;
  bool flag = false;
  command->add_option("--number,-n", number, "a number");
  command->add_option("--text", text, "a text");
  command->add_flag("--flag", flag, "a flag");
  command->add_option("lesson", text, "which")->required();
  command->add_option("--ours", text, "for our own programs")->group("");
  app.add_subcommand("ours", "for our own programs")->group("");
  EXPECT_EQ(describe(app).commands.size(), 1U);
  const std::vector<OptionDescription> options = describe(app).commands.at(0).options;
  ASSERT_EQ(options.size(), 5U);  // with --help
  EXPECT_EQ(options[0].names, "-h,--help");
  EXPECT_EQ(options[0].value, Value::none);
  EXPECT_EQ(options[1].names, "-n,--number");
  EXPECT_EQ(options[1].value, Value::number);
  EXPECT_EQ(options[2].value, Value::text);
  EXPECT_EQ(options[3].value, Value::none);
  EXPECT_TRUE(options[4].is_positional());
  EXPECT_TRUE(options[4].required);
}

}  // namespace
}  // namespace workbook

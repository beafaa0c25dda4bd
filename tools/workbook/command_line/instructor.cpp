// tools/workbook/command_line/instructor.cpp: the commands for the front of a class.
#include "command_line/command_line.hpp"
#include "commands/commands.hpp"

#include <memory>

namespace workbook {

namespace {

void add_demo(const CommandGroup& group) {
  CLI::App* demo = group.add("demo", "run one of a lesson's demonstrations", "  ./workbook demo 02 race");
  auto lesson = std::make_shared<std::string>();
  auto name = std::make_shared<std::string>();
  demo->add_option("lesson", *lesson, kLessonHelp)->required();
  demo->add_option("name", *name, "which one, as in demo_NAME.cpp");
  demo->allow_extras();
  demo->callback([=, &exit_code = group.exit_code] { exit_code = run_demo(*lesson, *name, demo->remaining()); });
}

// Its words are the other command's, its --help included.
void add_interleave(const CommandGroup& group) {
  CLI::App* explorer = group.add("interleave", "run a program under every order of its threads' steps",
                                 "  ./workbook interleave run race.cpp\n  ./workbook interleave run --help");
  explorer->set_help_flag();
  explorer->prefix_command();
  explorer->callback([=, &exit_code = group.exit_code] { exit_code = interleave(explorer->remaining()); });
}

void add_new_lesson(const CommandGroup& group) {
  CLI::App* command = group.add("new-lesson", "make a lesson of your own, whole, for you to change",
                                "  ./workbook new-lesson 07_deadlock");
  auto name = std::make_shared<std::string>();
  command->add_option("name", *name, "two digits that no lesson has, an underscore, a topic in small letters")
      ->required();
  command->callback([=, &exit_code = group.exit_code] { exit_code = new_lesson(*name); });
}

}  // namespace

void add_instructor_commands(const CommandGroup& group) {
  add_demo(group);
  add_interleave(group);
  add_new_lesson(group);
}

}  // namespace workbook

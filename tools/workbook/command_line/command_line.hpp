// tools/workbook/command_line/command_line.hpp: the words that `./workbook` understands, in groups of who uses them.
// Each command sets the exit code when it has run.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace workbook {

inline constexpr const char* kLessonHelp = "the lesson: 3, 03 or 03_locks";

/// What stands in `./workbook --help` above a group, and what its commands have in common.
struct CommandGroup {
  CLI::App& app;
  std::string title;
  int& exit_code;

  /// A command of this group.
  /// @param examples  complete command lines, two spaces before each
  CLI::App* add(const std::string& name, const std::string& help, const std::string& examples) const;
};

/// All commands.
/// @param exit_code  set by the command that is run; lives as long as `app`
void add_commands(CLI::App& app, int& exit_code);

void add_student_commands(const CommandGroup& group);
/// The commands that tell of all commands.
void add_documentation_commands(const CommandGroup& group);
void add_instructor_commands(const CommandGroup& group);
void add_maintainer_commands(const CommandGroup& group);

}  // namespace workbook

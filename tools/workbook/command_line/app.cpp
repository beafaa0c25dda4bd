// tools/workbook/command_line/app.cpp: all commands, in the order of --help.
#include "command_line/command_line.hpp"

namespace workbook {

CLI::App* CommandGroup::add(const std::string& name, const std::string& help, const std::string& examples) const {
  CLI::App* command = app.add_subcommand(name, help);
  command->group(title);
  command->footer("Examples:\n" + examples);
  return command;
}

void add_commands(CLI::App& app, int& exit_code) {
  app.name("./workbook");
  app.description(
      "A workbook of threads and processes. Begin with: ./workbook tour; ./workbook alone shows how far you are.");
  app.require_subcommand(1);
  add_student_commands({app, "For students", exit_code});
  add_documentation_commands({app, "For students", exit_code});
  add_instructor_commands({app, "For instructors", exit_code});
  add_maintainer_commands({app, "For maintainers", exit_code});
}

}  // namespace workbook

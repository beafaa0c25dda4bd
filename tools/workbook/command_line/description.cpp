// tools/workbook/command_line/description.cpp: see description.hpp.
#include "command_line/description.hpp"

#include <CLI/CLI.hpp>

namespace workbook {

namespace {

Value value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return Value::none;
  const std::string type = option.get_type_name();
  return type.find("INT") != std::string::npos || type.find("FLOAT") != std::string::npos ? Value::number : Value::text;
}

// What belongs to no group is for our own programs: --help doesn't show it, either.
bool is_shown(const CLI::App* command) { return !command->get_group().empty(); }

CommandDescription describe_command(const CLI::App& command) {
  CommandDescription described{
      command.get_name(), command.get_description(), command.get_group(), command.get_footer(), {}};
  for (const CLI::Option* const option : command.get_options()) {
    if (option->get_group().empty()) continue;
    const std::string names = option->get_name(!option->nonpositional(), true);
    described.options.push_back({names, option->get_description(), value_of(*option), option->get_required()});
  }
  return described;
}

}  // namespace

Description describe(const CLI::App& app) {
  Description described{app.get_name(), app.get_description(), {}};
  for (const CLI::App* const command : app.get_subcommands(is_shown)) {
    described.commands.push_back(describe_command(*command));
  }
  return described;
}

}  // namespace workbook

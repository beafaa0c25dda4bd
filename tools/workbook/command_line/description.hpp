// tools/workbook/command_line/description.hpp: the commands there are, as the completion of shells and the man page
// need them. Taken from what the command line itself is made of, so it can't differ from it.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace workbook {

/// What takes its value from the next word, and which.
enum class Value { none, text, number };

struct OptionDescription {
  std::string names;  ///< "--file", or of a positional argument its name: "lesson"
  std::string help;
  Value value = Value::none;
  bool required = false;

  bool is_positional() const { return names.front() != '-'; }
};

struct CommandDescription {
  std::string name;
  std::string help;
  std::string group;   ///< "For students"
  std::string footer;  ///< examples, and what else stands below the options
  std::vector<OptionDescription> options;
};

struct Description {
  std::string program;  ///< "./workbook"
  std::string help;
  std::vector<CommandDescription> commands;  ///< in the order of --help
};

Description describe(const CLI::App& app);

}  // namespace workbook

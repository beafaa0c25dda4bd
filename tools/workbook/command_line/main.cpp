// tools/workbook/command_line/main.cpp: `./workbook`, once its script has built it.
#include "command_line/command_line.hpp"
#include "commands/commands.hpp"
#include "programs/clean_ending.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>

#include <signal.h>

#include <algorithm>
#include <exception>
#include <string_view>

namespace {

// CLI11 takes "--" for the end of a command; here it is the beginning of what belongs to the program that is run.
int without_separators(int argc, char** argv) {
  const auto is_separator = [](const char* word) { return std::string_view(word) == "--"; };
  const std::string_view command = argc > 1 ? argv[1] : "";
  const bool hands_over = command == "interleave" || command == "race";
  return hands_over ? argc : static_cast<int>(std::remove_if(argv, argv + argc, is_separator) - argv);
}

// Of the command that was typed, the first argument that it can't do without.
std::string missing_argument(const CLI::App& command) {
  for (const CLI::Option* const option : command.get_options()) {
    if (option->get_required() && option->count() == 0) return option->get_description();
  }
  return "more";
}

int report_missing_word(const CLI::App& app, const char* word) {
  if (app.get_subcommands().empty()) {
    fmt::print(stderr, "workbook: no command is called '{}' (./workbook --help lists them)\n", word);
  } else {
    fmt::print(stderr, "workbook: {0} wants {1} (./workbook {0} --help tells more)\n", word,
               missing_argument(*app.get_subcommands().front()));
  }
  return workbook::kExitMisuse;
}

int run(int argc, char** argv) {
  CLI::App app;
  int exit_code = 0;
  workbook::add_commands(app, exit_code);
  argc = without_separators(argc, argv);
  if (argc < 2) return workbook::show_map();
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::RequiredError&) {
    return report_missing_word(app, argv[1]);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "workbook: {} (./workbook --help tells more)\n", error.what());
    return workbook::kExitMisuse;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const workbook::Interrupted& interrupted) {
    raise(interrupted.signal);  // it ends us now as it would have at once
  } catch (const workbook::Failure& failure) {
    fmt::print(stderr, "workbook: {}\n", failure.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "workbook bug: {}\n", error.what());
  }
  return workbook::kExitMisuse;
}

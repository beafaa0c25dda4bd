// tools/programs/programs.hpp: starts other programs and reads what they print.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// A program and its arguments.
struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;
};

/// The program that a shell would start by that name.
std::optional<std::filesystem::path> find_program(const std::string& name);

/// Runs a program to its end, and gives each line of its standard output and standard error to `on_line`.
/// @return  its exit code; 128 + the signal's number where one ended it
/// @throws Failure      where it can't be started
/// @throws Interrupted  see clean_ending.hpp
int run(const Command& command, const std::function<void(const std::string&)>& on_line);

/// The same with everything it printed kept.
struct Finished {
  int exit_code = 0;
  std::string output;
};
Finished run(const Command& command);

/// Runs a program with our own input and output, to its end. The rest as above.
int run_in_place(const Command& command);

/// Becomes that program: its exit code is ours.
/// @throws Failure  where it can't be started
[[noreturn]] void become(const Command& command);

}  // namespace workbook

// tools/workbook/command_line/documentation.cpp: the commands that tell of all commands.
#include "command_line/command_line.hpp"
#include "command_line/completion.hpp"
#include "command_line/description.hpp"
#include "command_line/man_page.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <fstream>
#include <memory>

namespace workbook {

namespace {

std::string completion_for(const std::string& shell, const Description& description) {
  if (shell == "bash") return bash_completion(description);
  return shell == "zsh" ? zsh_completion(description) : fish_completion(description);
}

void add_completion(const CommandGroup& group) {
  CLI::App* completion = group.add("completion", "print a script with which your shell completes what you type here",
                                   "  source <(./workbook completion bash)\n"
                                   "  ./workbook completion bash >> ~/.bashrc     for every shell to come\n"
                                   "  ./workbook completion fish | source");
  auto shell = std::make_shared<std::string>();
  completion->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->callback([=, &app = group.app, &exit_code = group.exit_code] {
    fmt::print("{}", completion_for(*shell, describe(app)));
    exit_code = kExitGood;
  });
}

// In a file or a pipe it is wanted as it is.
int show_man_page(const std::string& page) {
  if (isatty(STDOUT_FILENO) == 0) {
    fmt::print("{}", page);
    return kExitGood;
  }
  const auto man = find_program("man");
  if (!man) throw Failure("there is no program man to show it; Debian's package man-db has it");
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "workbook.1";
  std::ofstream(file) << page;
  return run_in_place({*man, {"-l", file.string()}});
}

void add_man(const CommandGroup& group) {
  group
      .add("man", "show the manual page of all commands",
           "  ./workbook man\n"
           "  ./workbook man > workbook.1     the page itself, in the language of man(7)")
      ->callback(
          [&app = group.app, &exit_code = group.exit_code] { exit_code = show_man_page(man_page(describe(app))); });
}

}  // namespace

void add_documentation_commands(const CommandGroup& group) {
  add_man(group);
  add_completion(group);
}

}  // namespace workbook

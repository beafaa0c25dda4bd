// tools/workbook/command_line/maintainer.cpp: the commands of those who change the workbook itself.
#include "command_line/command_line.hpp"
#include "commands/commands.hpp"

#include <memory>

namespace workbook {

namespace {

void add_test(const CommandGroup& group) {
  CLI::App* test = group.add("test", "test the workbook itself; what you wrote in work/ plays no part",
                             "  ./workbook test\n  ./workbook test --soak     each test of the checks many times");
  auto soak = std::make_shared<bool>(false);
  test->add_flag("--soak", *soak, "right answers 50 times each, mutants 20 times each");
  test->callback([=, &exit_code = group.exit_code] { exit_code = workbook::test(*soak); });
}

void add_bench(const CommandGroup& group) {
  CLI::App* bench = group.add("bench", "measure, and compare with other libraries",
                              "  ./workbook bench\n  ./workbook bench --quick   whether they run, not how fast");
  bench->allow_extras();
  bench->callback([=, &exit_code = group.exit_code] { exit_code = workbook::bench(bench->remaining()); });
}

}  // namespace

void add_maintainer_commands(const CommandGroup& group) {
  add_test(group);
  add_bench(group);
  // The script does this one before it comes here; it stands here for --help.
  group.add("packages", "install what maintainers and CI need besides", "  ./workbook packages");
}

}  // namespace workbook

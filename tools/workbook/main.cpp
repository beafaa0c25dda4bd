// tools/workbook/main.cpp: the command line of `./workbook`.
#include "commands.hpp"
#include "failure.hpp"

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using workbook::CheckRequest;

constexpr const char* kLessonHelp = "the lesson: 3, 03 or 03_locks";

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& help, const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, help);
  command->footer("Examples:\n" + examples);
  return command;
}

void add_plain_commands(CLI::App& app, int& exit_code) {
  add_command(app, "tour", "run the solutions in order and see the race", "  ./workbook tour")->callback([&] {
    exit_code = workbook::tour();
  });
  // The script does this one before it comes here; it stands here for --help.
  add_command(app, "packages", "install what maintainers and CI need besides", "  ./workbook packages");
  add_command(app, "list", "the lessons and what each is about", "  ./workbook list")->callback([&] {
    exit_code = workbook::list_lessons();
  });
}

void add_run(CLI::App& app, int& exit_code) {
  CLI::App* run = add_command(app, "run", "run a lesson's program with your exercise, or with the solution",
                              "  ./workbook run 02 0 10 1000000 4     your exercise: a, b, strips, workers\n"
                              "  ./workbook run 02 --solution         the solution");
  auto lesson = std::make_shared<std::string>();
  auto solution = std::make_shared<bool>(false);
  run->add_option("lesson", *lesson, kLessonHelp)->required();
  run->add_flag("--solution", *solution, "the reference solution in place of yours");
  // What is left is the program's: it may begin with a minus sign.
  run->allow_extras();
  run->callback([=, &exit_code] { exit_code = workbook::run_lesson(*lesson, *solution, run->remaining()); });
}

void add_demo(CLI::App& app, int& exit_code) {
  CLI::App* demo = add_command(app, "demo", "run one of a lesson's demonstrations", "  ./workbook demo 02 race");
  auto lesson = std::make_shared<std::string>();
  auto name = std::make_shared<std::string>();
  demo->add_option("lesson", *lesson, kLessonHelp)->required();
  demo->add_option("name", *name, "which one, as in demo_NAME.cpp");
  demo->allow_extras();
  demo->callback([=, &exit_code] { exit_code = workbook::run_demo(*lesson, *name, demo->remaining()); });
}

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* check = add_command(app, "check", "judge your exercise",
                                "  ./workbook check 03\n"
                                "  ./workbook check 03 --file elsewhere/exercise.hpp\n"
                                "  ./workbook check 03 --replay add_add@6:2\n"
                                "Exit code: 0 passed, 1 wrong, 2 misuse or a fault of the workbook, 3 not done, "
                                "4 inconclusive.");
  auto request = std::make_shared<CheckRequest>();
  check->add_option("lesson", request->lesson, kLessonHelp)->required();
  check->add_option("--file", request->file, "judge this file in place of work/NN_topic/exercise.hpp");
  check->add_option("--seed", request->seed, "the seed of the random inputs, as a message named it");
  check->add_option("--replay", request->replay, "show one schedule, SCENARIO@SCHEDULE, as a message named it");
  check->callback([=, &exit_code] { exit_code = workbook::check(*request); });
}

void add_test(CLI::App& app, int& exit_code) {
  CLI::App* test = add_command(app, "test", "test the workbook itself; what you wrote in work/ plays no part",
                               "  ./workbook test\n  ./workbook test --soak     each test of the checks many times");
  auto soak = std::make_shared<bool>(false);
  test->add_flag("--soak", *soak, "right answers 50 times each, mutants 20 times each");
  test->callback([=, &exit_code] { exit_code = workbook::test(*soak); });
}

void add_bench(CLI::App& app, int& exit_code) {
  CLI::App* bench = add_command(app, "bench", "measure, and compare with other libraries",
                                "  ./workbook bench\n  ./workbook bench --quick   whether they run, not how fast");
  bench->allow_extras();
  bench->callback([=, &exit_code] { exit_code = workbook::bench(bench->remaining()); });
}

// Its words are the other command's, its --help included.
void add_interleave(CLI::App& app, int& exit_code) {
  CLI::App* interleave = add_command(app, "interleave", "run a program under every order of its threads' steps",
                                     "  ./workbook interleave run race.cpp\n  ./workbook interleave run --help");
  interleave->set_help_flag();
  interleave->prefix_command();
  interleave->callback([=, &exit_code] { exit_code = workbook::interleave(interleave->remaining()); });
}

int run(int argc, char** argv) {
  CLI::App app("A workbook of threads and processes. Begin with: ./workbook tour", "./workbook");
  app.require_subcommand(1);
  int exit_code = 0;
  add_plain_commands(app, exit_code);
  add_run(app, exit_code);
  add_demo(app, exit_code);
  add_check(app, exit_code);
  add_test(app, exit_code);
  add_bench(app, exit_code);
  add_interleave(app, exit_code);
  // CLI11 takes "--" for the end of a command; here it is the beginning of what belongs to the program that is run.
  const auto is_separator = [](const char* word) { return std::string_view(word) == "--"; };
  const bool hands_over = argc > 1 && std::string_view(argv[1]) == "interleave";
  if (!hands_over) argc = static_cast<int>(std::remove_if(argv, argv + argc, is_separator) - argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::RequiredError&) {
    if (argc < 2) {
      fmt::print("{}", app.help());
      return workbook::kExitMisuse;
    }
    if (app.get_subcommands().empty()) {
      fmt::print(stderr, "workbook: no command is called '{}' (./workbook --help lists them)\n", argv[1]);
    } else {
      fmt::print(stderr, "workbook: {} wants the number of a lesson, such as 03 (./workbook {} --help tells more)\n",
                 argv[1], argv[1]);
    }
    return workbook::kExitMisuse;
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
  } catch (const workbook::Failure& failure) {
    fmt::print(stderr, "workbook: {}\n", failure.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "workbook bug: {}\n", error.what());
  }
  return workbook::kExitMisuse;
}

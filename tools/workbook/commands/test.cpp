// tools/workbook/commands/test.cpp: the command `test`: the workbook's tests of itself, run by CTest.
#include "checkout/build.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdlib>
#include <regex>
#include <string>
#include <thread>

namespace workbook {

namespace {

struct Count {
  int passed = 0;
  int failed = 0;
};

Command ctest(const std::vector<std::string>& arguments) {
  // Twice the processors: many a test waits most of its time, for a wrong answer that hangs.
  const unsigned jobs = 2 * std::max(1U, std::thread::hardware_concurrency());
  Command command{place::ctest(), {"--test-dir", place::build(), "--output-on-failure", "-j", std::to_string(jobs)}};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  return command;
}

// Shows CTest's lines as they come: those of tests that pass in one line that is written over, if there is a terminal.
Count run_tests(const std::vector<std::string>& arguments) {
  static const std::regex passed(R"( *\d+/\d+ Test +#\d+: .* Passed .*)");
  static const std::regex started(R"( *Start +\d+: .*)");
  static const std::regex summary(R"(\d+% tests passed, (\d+) tests failed out of (\d+))");
  const bool terminal = isatty(STDERR_FILENO) != 0;
  Count count;
  ProgressLine progress;
  const int exit_code = run(ctest(arguments), [&](const std::string& line) {
    std::smatch numbers;
    if (std::regex_match(line, numbers, summary)) {
      count.failed = std::stoi(numbers[1]);
      count.passed = std::stoi(numbers[2]) - count.failed;
    } else if (std::regex_match(line, started)) {
      return;
    } else if (terminal && std::regex_match(line, passed)) {
      progress.show(line);
      return;
    }
    progress.clear();
    fmt::print("{}\n", line);
    std::fflush(stdout);
  });
  // CTest that could not run at all has counted nothing.
  if (exit_code != 0 && count.failed == 0) count.failed = 1;
  return count;
}

int report(const Count& count) {
  fmt::print("{} passed, {} failed\n", count.passed, count.failed);
  return count.failed == 0 && count.passed > 0 ? kExitGood : kExitWrong;
}

// Right answers 50 times, also with one processor; wrong ones 20 times.
int soak() {
  setenv("WORKBOOK_ANY_SEED", "1", 1);  // Messages of a fixed seed are compared once; here inputs shall differ.
  const Count right = run_tests({"--repeat", "until-fail:50", "-R", R"(\.(solution|variant|starter))"});
  const Count wrong = run_tests({"--repeat", "until-fail:20", "-R", R"(\.mutant\.)"});
  fmt::print("right answers accepted, and starters not done, 50 times each: {} of {}\n", right.passed,
             right.passed + right.failed);
  fmt::print("mutants caught 20 times each: {} of {}\n", wrong.passed, wrong.passed + wrong.failed);
  return report({right.passed + wrong.passed, right.failed + wrong.failed});
}

}  // namespace

int test(bool soak_wanted) {
  build_or_fail("everything", {});
  return soak_wanted ? soak() : report(run_tests({}));
}

}  // namespace workbook

// tests/benchmarks/explorer/main.cpp: the explorer, its ways of switching and of searching, and its peers.
#include "bounded_run.hpp"
#include "exploration.hpp"
#include "listings.hpp"
#include "suite.hpp"

#include <sys/resource.h>

#include <exception>
#include <iostream>
#include <stdexcept>

namespace {

using namespace benchmarks;

constexpr int kMostSeconds = 10;

void require(bool condition, const std::string& otherwise) {
  if (!condition) throw std::runtime_error(otherwise);
}

// Both are the whole command a person waits for, on a program that is built.
void compare_on(Suite& suite, Workplace& workplace, const std::string& race) {
  const std::string peer = "TSan: " + race;
  suite.add({race, 1, "call", [&workplace, race] {
               const auto program = workplace.builds.of(source_of(race), Build::explorer);
               const Exploration explored = explore(program, {}, workplace.builds.report_file());
               require(explored.verdict == "fails", race + " does not fail");
             }});
  suite.add({peer, 1, "run", [&workplace, race] {
               const auto program = workplace.builds.of(source_of(race), Build::thread_sanitizer);
               require(!run_bounded({program}, kMostSeconds).timed_out, race + " does not end");
             }});
  suite.compare({race, {peer}, Reading::speed, 1.0});
}

Fact executions_to_prove(Workplace& workplace, const std::string& additions, double wanted) {
  return {"executions to prove " + additions + " locked additions by each of two threads",
          [&workplace, additions] {
            const auto program = workplace.builds.of(ADDITIONS, Build::explorer);
            const Exploration explored =
                explore(program, {"--search", "exhaustive", "--", "locked", additions}, workplace.builds.report_file());
            require(explored.verdict == "proved", "locked additions are not proved");
            return static_cast<double>(explored.last_executions);
          },
          wanted};
}

int run(int argc, char** argv) {
  // Programs crash here, and leave no files behind.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  require_program("g++", "g++");
  require_program("valgrind", "valgrind");
  Workplace workplace;
  Suite suite("explorer", 11);
  suite.list([&](bool quick) { return list_switching(workplace, quick); });
  suite.list([&](bool quick) { return list_schedules(workplace, quick); });
  suite.list([&](bool quick) { return list_mistakes(workplace, quick); });
  compare_on(suite, workplace, "unlocked_total_1");
  compare_on(suite, workplace, "list_push");
  suite.state(executions_to_prove(workplace, "3", 20));
  suite.state(executions_to_prove(workplace, "4", 70));
  return suite.run(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "explorer: " << error.what() << '\n';
    return 2;
  }
}

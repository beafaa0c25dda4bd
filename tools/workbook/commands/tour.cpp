// tools/workbook/commands/tour.cpp: the command `tour`: every solution at work, and the race that the lessons are
// about.
#include "checkout/build.hpp"
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

namespace workbook {

namespace {

// A lesson's program prints lines of "  name      value"; see common/workbook/program.hpp.
using Values = std::map<std::string, std::string>;

Values values_in(const std::string& output) {
  Values values;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) continue;
    const std::size_t name_end = line.find("  ", 2);
    const std::size_t value = line.find_first_not_of(' ', name_end);
    if (value != std::string::npos) values[line.substr(2, name_end - 2)] = line.substr(value);
  }
  return values;
}

std::string value_or_dash(const Values& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? "-" : found->second;
}

// "2.00 times the sequential loop ..." is "2.00"; a lesson without workers has none.
std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }

Values run_for_values(const Command& command) {
  const Finished finished = run(command);
  if (finished.exit_code != 0) {
    throw Failure(
        fmt::format("{} ended with exit code {}:\n{}", command.program.string(), finished.exit_code, finished.output));
  }
  return values_in(finished.output);
}

// 80 columns, as wide as a terminal that nobody has made larger.
void show_row(const std::string& lesson, const std::string& workers, const std::string& result,
              const std::string& exact, const std::string& error, const std::string& time,
              const std::string& speed_up) {
  fmt::print("{:<13}{:>7} {:>16} {:>16} {:>7} {:>8} {:>8}\n", lesson, workers, result, exact, error, time, speed_up);
  std::fflush(stdout);
}

// Whether the lesson's program takes no number of workers; its help says so.
bool is_sequential(const Lesson& lesson) {
  const Finished help = run({place::build() / "solutions" / lesson.name / lesson.name, {"--help"}});
  return help.output.find("[workers]") == std::string::npos;
}

void show_solution(const Lesson& lesson) {
  // Enough work that starting the workers is a small part of it.
  const std::string strips = "100000000";
  const std::string workers = std::to_string(std::max(1U, std::thread::hardware_concurrency()));
  const bool has_workers = !is_sequential(lesson);
  std::vector<std::string> arguments{"0", "10", strips};
  if (has_workers) arguments.push_back(workers);
  const Values values = run_for_values({place::build() / "solutions" / lesson.name / lesson.name, arguments});
  show_row(lesson.name, has_workers ? workers : "1", value_or_dash(values, "result"), value_or_dash(values, "exact"),
           value_or_dash(values, "error"), value_or_dash(values, "time"),
           first_word(value_or_dash(values, "speed-up")));
}

void show_race() {
  const Values values = run_for_values({place::build() / "lessons" / "02_threads" / "demo_race", {}});
  fmt::print("\nThe naive way, every thread adding to one plain double, without a lock:\n");
  fmt::print("  {} of {} runs gave a wrong answer; the worst was {}\n", red(value_or_dash(values, "wrong")),
             value_or_dash(values, "runs"), value_or_dash(values, "worst"));
}

std::vector<std::string> targets(const std::vector<Lesson>& lessons) {
  std::vector<std::string> result{"02_threads_demo_race"};
  for (const Lesson& lesson : lessons) result.push_back(lesson.name + "_solution");
  return result;
}

}  // namespace

int tour() {
  const std::vector<Lesson> lessons = all_lessons();
  build_or_fail("the solutions", targets(lessons));
  fmt::print("The integral of x*x over [0, 10], in {} ways, with 100 million strips each.\n\n", lessons.size());
  show_row("lesson", "workers", "result", "exact", "error", "time", "speed-up");
  for (const Lesson& lesson : lessons) show_solution(lesson);
  show_race();
  fmt::print("\nNow you:\n");
  fmt::print("  {}   the next chapter, and the file that you write in\n", bold("./workbook next"));
  fmt::print("  {}        all the lessons, and how far you are\n", bold("./workbook"));
  return kExitGood;
}

}  // namespace workbook

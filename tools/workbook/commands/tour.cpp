// tools/workbook/commands/tour.cpp: the command `tour`: every solution at work, and the race that the lessons are
// about.
#include "checkout/build.hpp"
#include "checkout/lesson_program.hpp"
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <thread>

namespace workbook {

namespace {

// "2.00 times the sequential loop ..." is "2.00"; a lesson without workers has none.
std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }

PrintedValues run_for_values(const Command& command) {
  const Finished finished = run(command);
  if (finished.exit_code != 0) {
    throw Failure(
        fmt::format("{} ended with exit code {}:\n{}", command.program.string(), finished.exit_code, finished.output));
  }
  return printed_values(finished.output);
}

// 80 columns, as wide as a terminal that nobody has made larger.
void show_row(const std::string& lesson, const std::string& workers, const std::string& result,
              const std::string& exact, const std::string& error, const std::string& time,
              const std::string& speed_up) {
  fmt::print("{:<13}{:>7} {:>16} {:>16} {:>7} {:>8} {:>8}\n", lesson, workers, result, exact, error, time, speed_up);
  std::fflush(stdout);
}

void show_solution(const Lesson& lesson) {
  // Enough work that starting the workers is a small part of it.
  const std::string strips = "100000000";
  const std::string workers = std::to_string(std::max(1U, std::thread::hardware_concurrency()));
  const bool has_workers = takes_workers(solution_program(lesson));
  std::vector<std::string> arguments{"0", "10", strips};
  if (has_workers) arguments.push_back(workers);
  const PrintedValues values = run_for_values({solution_program(lesson), arguments});
  show_row(lesson.name, has_workers ? workers : "1", value_or_dash(values, "result"), value_or_dash(values, "exact"),
           value_or_dash(values, "error"), value_or_dash(values, "time"),
           first_word(value_or_dash(values, "speed-up")));
}

void show_race() {
  const PrintedValues values = run_for_values({place::build() / "lessons" / "02_threads" / "demo_race", {}});
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

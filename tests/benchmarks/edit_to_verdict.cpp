// tests/benchmarks/edit_to_verdict.cpp: what a student waits for between an edit of lesson 03's answer and its verdict,
// and what takes the time. The answer is the solution, with a line that changes; it stands in the build tree.
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "suite.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace benchmarks;
namespace fs = std::filesystem;

const std::string kLesson = "03_locks";
const std::string kSubject = kLesson + "_subject_edited";
const std::string kExplored = kLesson + "_explored_edited";

std::string solution() {
  std::ostringstream text;
  text << std::ifstream(SOLUTIONS "/" + kLesson + "/exercise.hpp").rdbuf();
  return text.str();
}

void edit() {
  static int edits = 0;
  const fs::path exercise = fs::path(TREE) / "exercises" / kLesson / "edited" / "exercise.hpp";
  fs::create_directories(exercise.parent_path());
  std::ofstream(exercise) << solution() << "inline int edits() { return " << ++edits << "; }\n";
}

void run_or_throw(const workbook::Command& command) {
  const workbook::Finished finished = workbook::run(command);
  if (finished.exit_code != 0) throw std::runtime_error(command.program.string() + ": " + finished.output);
}

void build() { run_or_throw({CMAKE, {"--build", TREE, "--target", kSubject, kExplored}}); }

void check(const std::string& filter) {
  const std::string programs = TREE "/subjects/" + kLesson + "/";
  run_or_throw({programs + kLesson + "_checks",
                {"--lesson=" + kLesson, "--subject=" + programs + kSubject, "--explored=" + programs + kExplored,
                 "--gtest_filter=" + filter}});
}

// Seconds by the clock, and of processor time in all the processes that were started.
struct Cost {
  double clock = 0;
  double cpu = 0;
};

double cpu_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Cost cost_of(const std::function<void()>& work) {
  const double cpu = cpu_of_children();
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - start;
  return {clock.count(), cpu_of_children() - cpu};
}

// Medians of each by itself.
std::vector<Cell> row(const std::string& name, std::vector<Cost> costs) {
  const auto median = [&](double Cost::*part) {
    std::ranges::nth_element(costs, costs.begin() + std::ssize(costs) / 2, {}, part);
    return costs[costs.size() / 2].*part;
  };
  return {{name}, milliseconds(median(&Cost::clock)), milliseconds(median(&Cost::cpu))};
}

Listing list_parts(bool quick) {
  edit();
  build();  // What is compiled ahead is there from now on.
  std::vector<Cost> all;
  std::vector<Cost> building;
  std::vector<Cost> nothing;
  std::vector<Cost> checks;
  std::vector<Cost> schedules;
  for (int round = 0; round < (quick ? 1 : 11); ++round) {
    edit();
    building.push_back(cost_of(build));
    nothing.push_back(cost_of(build));
    checks.push_back(cost_of([] { check("-Schedules.*"); }));
    schedules.push_back(cost_of([] { check("Schedules.*"); }));
    all.push_back({building.back().clock + checks.back().clock + schedules.back().clock,
                   building.back().cpu + checks.back().cpu + schedules.back().cpu});
  }
  return {"edit_to_verdict",
          "edit to verdict, lesson 03",
          {{"part", "part"}, {"median ms", "median_ms"}, {"processor ms", "processor_ms"}},
          {row("edit to verdict", all), row("  building both subjects", building),
           row("  of it, to find nothing to build", nothing), row("  checks on real threads", checks),
           row("  schedules", schedules)},
          {"A student waits some 0.1 s more, for ./workbook to look at its packages and at itself."}};
}

int run(int argc, char** argv) {
  Suite suite("edit_to_verdict", 1);
  suite.list(list_parts);
  return suite.run(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "edit_to_verdict: " << error.what() << '\n';
    return workbook::kExitMisuse;
  }
}

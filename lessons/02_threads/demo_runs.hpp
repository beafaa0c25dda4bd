// lessons/02_threads/demo_runs.hpp: runs a program with a race many times and counts how often it was wrong.
#pragma once

#include <workbook/arguments.hpp>
#include <workbook/program.hpp>
#include <workbook/table.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <limits>
#include <string>
#include <system_error>

namespace demo {

/// How often to integrate x*x over [0, 10], with how many strips and workers.
struct Plan {
  int runs;
  std::int64_t strips;
  int workers;
};

/// What came out of all the runs.
struct Tally {
  int wrong = 0;
  double worst = 0;  ///< the largest distance from the exact integral
  double smallest = std::numeric_limits<double>::infinity();
  double largest = -std::numeric_limits<double>::infinity();

  /// @param allowed  a result that is off by more is wrong
  void add(double result, double exact, double allowed) {
    const double off = std::abs(result - exact);
    if (off > allowed) ++wrong;
    worst = std::max(worst, off);
    smallest = std::min(smallest, result);
    largest = std::max(largest, result);
  }
};

/// Reads "[runs] [strips] [workers]".
/// @throws workbook::UsageError  one line naming what was got and what is wanted
inline Plan read_plan(int argc, char** argv, Plan otherwise) {
  workbook::Arguments arguments(argc, argv);
  Plan plan{};
  plan.runs = arguments.whole<int>("runs", otherwise.runs, 1, 1'000'000);
  plan.strips = arguments.whole<std::int64_t>("strips", otherwise.strips, 1, 1'000'000'000);
  plan.workers = arguments.whole<int>("workers", otherwise.workers, 1, 64);
  arguments.end();
  return plan;
}

/// Runs `integrate_once(strips, workers)` as often as planned.
template <class Integrate>
Tally tally_of(const Plan& plan, Integrate integrate_once) {
  const double exact = workbook::exact_integral(0, 10);
  const auto strips = static_cast<double>(plan.strips);
  // The midpoint rule's own error, and a millionth for rounding. A lost part is far larger.
  const double allowed = 1000 / (12 * strips * strips) + 1e-6;
  Tally tally;
  for (int run = 0; run < plan.runs; ++run) tally.add(integrate_once(plan.strips, plan.workers), exact, allowed);
  return tally;
}

inline void print(const Plan& plan, const Tally& tally, const std::string& title) {
  std::cout << title << ": x*x over [0, 10], " << plan.strips << " strips, " << plan.workers << " workers\n"
            << "  runs      " << plan.runs << '\n'
            << "  wrong     " << tally.wrong << '\n'
            << "  worst     off by " << workbook::rounded(tally.worst, 4) << '\n'
            << "  smallest  " << workbook::rounded(tally.smallest, 10) << '\n'
            << "  largest   " << workbook::rounded(tally.largest, 10) << '\n'
            << "  exact     " << workbook::rounded(workbook::exact_integral(0, 10), 10) << '\n';
}

/// The body of a demo's main().
/// @param integrate_once  called with strips and workers, returns the integral, or what a race has left of it
/// @return                the exit code: 0 however many runs were wrong, or kExitUsage after one line on stderr
template <class Integrate>
int run(int argc, char** argv, const std::string& name, const std::string& title, Plan otherwise,
        Integrate integrate_once) {
  try {
    const Plan plan = read_plan(argc, argv, otherwise);
    print(plan, tally_of(plan, integrate_once), title);
    return 0;
  } catch (const workbook::UsageError& error) {
    std::cerr << name << ": " << error.what() << " (usage: " << name << " [runs] [strips] [workers])\n";
  } catch (const std::system_error& error) {
    std::cerr << name << ": the system refused to start that many threads: " << error.what() << '\n';
  }
  return workbook::kExitUsage;
}

}  // namespace demo

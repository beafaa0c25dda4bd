// common/workbook/program.hpp: what every lesson's main() does around its integrate().
// Reads the command line, integrates x*x, times it against the sequential loop, prints the result.
#pragma once

#include <workbook/arguments.hpp>
#include <workbook/integrate.hpp>
#include <workbook/table.hpp>
#include <workbook/timer.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

namespace workbook {

/// What a lesson's program was asked to integrate: x*x over [a, b].
struct Problem {
  double a = 0;
  double b = 10;
  std::int64_t strips = 10'000'000;
  int workers = 1;
};

/// More workers than this are refused: each thread needs a stack and each process an entry in the kernel's table.
inline constexpr int kMostWorkers = 10'000;

namespace integrands {

// In a namespace of its own: a call of integrate(square, ...) would otherwise find workbook::integrate beside the
// lesson's own, because a call looks into the namespaces of its arguments' types, too.
struct Square {
  double operator()(double x) const { return x * x; }
};

}  // namespace integrands

/// The integrand of every lesson, x * x. An object and no function: it has a type of its own, so an integrate() made
/// for it holds x * x itself, where one made for a function pointer makes a call for each strip.
inline constexpr integrands::Square square;

/// The exact integral of square() over [a, b], from its antiderivative x^3/3. Infinite where that is too large for a
/// double. (b-a)(a^2+ab+b^2)/3 loses fewer digits than b^3/3 - a^3/3 where a and b are close.
inline double exact_integral(double a, double b) { return (b - a) * (a * a + a * b + b * b) / 3; }

/// The number of workers that suits this machine: its processors, or 1 where that is not known.
inline int default_workers() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostWorkers);
}

/// Whether a lesson's program has workers. The sequential one hasn't.
enum class Workers { none, tunable };

/// Reads "[a] [b] [strips] [workers]".
/// @throws UsageError  one line naming what was got and what is wanted
inline Problem read_problem(int argc, char** argv, Workers workers) {
  Arguments arguments(argc, argv);
  Problem problem;
  problem.a = arguments.number("a", problem.a);
  problem.b = arguments.number("b", problem.b);
  if (!std::isfinite(exact_integral(problem.a, problem.b))) {
    throw UsageError("the integral of x*x over [" + rounded(problem.a, 6) + ", " + rounded(problem.b, 6) +
                     "] is too large for a double, wanted ends nearer to 0");
  }
  problem.strips = arguments.whole<std::int64_t>("strips", problem.strips, 1, 1'000'000'000'000);
  if (workers == Workers::tunable) {
    problem.workers = arguments.whole<int>("workers", default_workers(), 1, kMostWorkers);
  }
  arguments.end();
  return problem;
}

namespace detail {

inline std::string milliseconds(Timer::Seconds time) { return fixed(time.count() * 1e3, 2) + " ms"; }

/// What a lesson's program prints. Each line is a name and a value, so that a person and a tool can both read it.
inline std::string describe(const Problem& problem, double result, const BestTimes& times, Workers workers) {
  const double exact = exact_integral(problem.a, problem.b);
  std::ostringstream text;
  text << "integral of x*x over [" << problem.a << ", " << problem.b << "]: " << problem.strips << " strips";
  if (workers == Workers::tunable) text << ", " << problem.workers << (problem.workers == 1 ? " worker" : " workers");
  text << "\n  result    " << rounded(result, 15);
  text << "\n  exact     " << rounded(exact, 15);
  text << "\n  error     " << rounded(std::abs(result - exact), 2);
  text << "\n  time      " << milliseconds(times.second);
  if (workers == Workers::tunable) {
    text << "\n  speed-up  " << fixed(times.first / times.second, 2) << " times the sequential loop, which took "
         << milliseconds(times.first);
  }
  text << '\n';
  return text.str();
}

/// Prints everything or says that it could not: nothing half-printed passes for an answer.
inline void print(const std::string& text) {
  std::cout << text << std::flush;
  if (!std::cout) throw UsageError("cannot write to standard output, wanted somewhere to print the result");
}

/// Times integrate_it against the sequential loop, in turns, and prints what came out.
template <class Integrate>
void integrate_and_print(const Problem& problem, Workers workers, Integrate& integrate_it) {
  double result = integrate_it(problem);  // Also warms up; the first run is never the timed one.
  const auto run_sequential = [&] {
    if (workers == Workers::tunable) keep(workbook::integrate(square, problem.a, problem.b, problem.strips));
  };
  const BestTimes times = best_times(run_sequential, [&] { result = integrate_it(problem); });
  print(describe(problem, result, times, workers));
}

}  // namespace detail

/// The body of a lesson's main().
/// @param name          the program's name, which begins each of its messages
/// @param workers       whether the program takes a number of workers
/// @param integrate_it  called with a Problem, returns the integral of square() over [a, b]
/// @return              the exit code: 0, or kExitUsage after one line on standard error
template <class Integrate>
int run_program(int argc, char** argv, const std::string& name, Workers workers, Integrate integrate_it) {
  const std::string usage = name + (workers == Workers::tunable ? " [a] [b] [strips] [workers]" : " [a] [b] [strips]");
  try {
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
      detail::print("usage: " + usage + "\nintegrates x*x over [a, b]; without arguments over [0, 10]\n");
      return 0;
    }
    detail::integrate_and_print(read_problem(argc, argv, workers), workers, integrate_it);
    return 0;
  } catch (const UsageError& error) {
    std::cerr << name << ": " << error.what() << " (usage: " << usage << ")\n";
  } catch (const std::system_error& error) {
    const bool refused = error.code() == std::errc::resource_unavailable_try_again;
    std::cerr << name << ": " << (refused ? "the system refused to start that many workers: " : "") << error.what()
              << '\n';
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
  }
  return kExitUsage;
}

}  // namespace workbook

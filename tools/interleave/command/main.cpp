// tools/interleave/command/main.cpp: the command line of `interleave`.
#include "interleave/command/command.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <signal.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using interleave::Options;

constexpr const char* kAbout =
    "Runs a program of several threads under every order that its threads can take their steps in, and says whether\n"
    "one of them fails: a data race, a deadlock, a lost wake-up, a failed assertion, an exit code other than 0.";

constexpr const char* kExamples =
    "Examples:\n"
    "  ./workbook interleave run race.cpp                         compile it, then run every schedule\n"
    "  ./workbook interleave run race.cpp -- 10 2                 what follows -- is the program's own\n"
    "  ./workbook interleave run race.cpp --replay 12:2,22:1      show this one schedule again, as a table\n"
    "  ./workbook interleave run race.cpp --replay 12:2 --step    walk through it, key by key\n"
    "  ./workbook interleave run big.cpp --search random --time 60 --seed 7\n"
    "  ./workbook interleave run race.cpp --json report.json      for other programs: docs/interleave.md\n"
    "\n"
    "Exit code: 0 proved, or nothing found within the limits that are named; 1 it fails;\n"
    "2 misuse, not supported, or a fault of interleave; 3 not done (the program ended with 3).";

CLI::Validator number_that(const std::string& wanted, bool (*fits)(double)) {
  const auto complaint = [=](const std::string& text) {
    double number = 0;
    const bool good = CLI::detail::lexical_cast(text, number) && fits(number);
    return good ? std::string() : "got '" + text + "', wanted " + wanted;
  };
  return {complaint, ""};
}

CLI::Validator at_least_zero() {
  return number_that("a number of 0 or more", [](double number) { return number >= 0; });
}

CLI::Validator more_than_zero() {
  return number_that("a number above 0", [](double number) { return number > 0; });
}

void add_search_options(CLI::App& run, Options& options) {
  interleave::Request& request = options.request;
  run.add_option("--replay", request.replay, "run this one schedule; \"-\" is the one without a choice")
      ->group("Search");
  run.add_option("--search", request.search, "auto (the default), exhaustive, bounded, random or pct")
      ->check(CLI::IsMember({"auto", "exhaustive", "bounded", "random", "pct"}))
      ->group("Search");
  run.add_option("--bound", request.bound, "at most this many preemptions in a schedule")
      ->check(at_least_zero())
      ->group("Search");
  run.add_option("--seed", request.seed, "of random and pct")->group("Search");
  run.add_option("--time", request.seconds, "at most so many seconds")->check(more_than_zero())->group("Search");
  run.add_option("--executions", request.executions, "at most so many schedules")
      ->check(more_than_zero())
      ->group("Search");
  run.add_option("--steps", request.steps, "at most so many steps in a schedule; 20,000 if not given")
      ->check(number_that("1 to 1000000 steps", [](double number) { return number >= 1 && number <= 1'000'000; }))
      ->group("Search");
  run.add_option("--spurious", request.spurious, "spurious wake-ups of each thread; 1 if not given")
      ->check(at_least_zero())
      ->group("Search");
  run.add_flag("--try-lock-fails", request.try_lock_fails,
               "let each thread's try_lock fail once though the lock is free")
      ->group("Search");
  run.add_option("--switch", request.switching, "how threads are switched: fibers, baton or fork")
      ->check(CLI::IsMember({"fibers", "baton", "fork"}))
      ->group("Search");
  run.add_flag("--continue", request.go_on, "go on after the first failure")->group("Search");
}

void add_showing_options(CLI::App& run, Options& options) {
  run.add_flag("--step", options.step, "walk through the failing schedule, key by key")->group("Report");
  run.add_flag("--quiet", options.quiet, "the verdict alone, in one line")->group("Report");
  run.add_option("--json", options.json, "write the whole report to this file; - is standard output")->group("Report");
}

CLI::App* add_run(CLI::App& app, Options& options) {
  CLI::App* run = app.add_subcommand("run", "explore a source file, or a program that is built for it");
  run->add_option("file", options.file, "FILE.cpp or FILE.c is compiled first; a PROGRAM is run as it is")->required();
  run->add_option("--flags", options.flags, "more flags for the compiler, in quotes: \"-O1 -DN=3\"");
  add_search_options(*run, options);
  add_showing_options(*run, options);
  run->footer(kExamples);
  return run;
}

// A word as a shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string text = "'";
  for (const char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

interleave::Again again(const Options& options) {
  const std::string workbook = std::filesystem::proximate(INTERLEAVE_WORKBOOK).string();
  const std::string command = workbook.find('/') == std::string::npos ? "./" + workbook : workbook;
  interleave::Again again{quoted(command) + " interleave run " + quoted(options.file.string()), ""};
  if (!options.flags.empty()) again.command += " --flags " + quoted(options.flags);
  if (options.request.spurious) again.command += fmt::format(" --spurious {}", *options.request.spurious);
  if (options.request.try_lock_fails) again.command += " --try-lock-fails";
  if (options.request.steps) again.command += fmt::format(" --steps {}", *options.request.steps);
  for (const std::string& argument : options.request.arguments) {
    again.arguments += (again.arguments.empty() ? " -- " : " ") + quoted(argument);
  }
  return again;
}

interleave::Toolchain toolchain() {
  return {INTERLEAVE_FLAGS, INTERLEAVE_INCLUDE, INTERLEAVE_COMMON, INTERLEAVE_LIBRARY};
}

// Options are ours up to "--"; what follows is the program's.
std::vector<std::string> take_arguments(std::vector<std::string>& words) {
  const auto separator = std::ranges::find(words, "--");
  if (separator == words.end()) return {};
  std::vector<std::string> arguments(separator + 1, words.end());
  words.erase(separator, words.end());
  return arguments;
}

int run(std::vector<std::string> words) {
  CLI::App app(kAbout, "./workbook interleave");
  app.require_subcommand(1);
  app.footer("./workbook interleave run --help tells all options, with examples.");
  Options options;
  options.request.arguments = take_arguments(words);
  add_run(app, options);
  // `interleave race.cpp` is short for `interleave run race.cpp`.
  if (!words.empty() && words.front() != "run" && !words.front().starts_with('-')) words.insert(words.begin(), "run");
  if (words.empty()) {
    fmt::print("{}", app.help());
    return interleave::kExitMisuse;
  }
  std::ranges::reverse(words);  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "interleave: {} (./workbook interleave run --help tells more)\n", error.what());
    return interleave::kExitMisuse;
  }
  options.again = again(options);
  return interleave::run(options, toolchain());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const interleave::Interrupted& interrupted) {
    raise(interrupted.signal);  // so that a shell sees what ended us
  } catch (const workbook::Failure& failure) {
    fmt::print(stderr, "interleave: {}\n", failure.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "interleave bug: {}\n", error.what());
  }
  return interleave::kExitMisuse;
}

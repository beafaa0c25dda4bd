// tests/benchmarks/explorer/bounded_run.cpp: the command `timeout` of coreutils keeps the time.
#include "bounded_run.hpp"

#include "programs/programs.hpp"

#include <chrono>
#include <stdexcept>

namespace benchmarks {

namespace {

// As `timeout` says it.
constexpr int kTimedOut = 124;
constexpr int kKilled = 128 + 9;
constexpr int kNotFound = 127;

workbook::Finished start(const std::vector<std::string>& words) { return workbook::run({"/usr/bin/env", words}); }

}  // namespace

Ended run_bounded(const std::vector<std::string>& words, int most_seconds) {
  // In the foreground, so that Ctrl-C ends the program, too.
  std::vector<std::string> all{"timeout", "--foreground", "--kill-after=2", std::to_string(most_seconds)};
  all.insert(all.end(), words.begin(), words.end());
  const auto begin = std::chrono::steady_clock::now();
  workbook::Finished finished = start(all);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  if (finished.exit_code == kNotFound) throw std::runtime_error("cannot start " + words.front());
  const bool timed_out = finished.exit_code == kTimedOut || finished.exit_code == kKilled;
  return {finished.exit_code, timed_out, taken.count(), std::move(finished.output)};
}

void require_program(const std::string& program, const std::string& package) {
  if (start({program, "--version"}).exit_code == 0) return;
  throw std::runtime_error("the package " + package + " is missing; ./workbook packages installs what is");
}

}  // namespace benchmarks

// tools/workbook/race/machine.cpp: see machine.hpp.
#include "race/machine.hpp"

#include "race/one_run.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <chrono>

namespace workbook {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostRuns = 1000;
constexpr std::chrono::seconds kAFewSeconds{4};
// For one run. A demonstration that takes longer is none.
constexpr std::chrono::seconds kPatience{10};
// More of these would only keep a class waiting.
constexpr int kMostTimeOuts = 3;

std::string command_of(const OnTheMachine& machine) {
  const std::string program = machine.source.stem();
  return machine.arguments.empty() ? program : fmt::format("{} {}", program, fmt::join(machine.arguments, " "));
}

}  // namespace

Shown run_on_the_machine(const OnTheMachine& machine, const std::filesystem::path& program, std::optional<int> runs,
                         const std::function<bool()>& interrupted) {
  Shown shown{command_of(machine), {}, ""};
  const Clock::time_point end = Clock::now() + kAFewSeconds;
  const int most = runs.value_or(kMostRuns);
  int time_outs = 0;
  ProgressLine progress;
  while (shown.tally.runs() < most && (runs || Clock::now() < end)) {
    progress.show(fmt::format("{}: run {}, {} wrong", shown.command, shown.tally.runs() + 1, shown.tally.wrong()));
    const OneRun run = run_once({program, machine.arguments}, kPatience, interrupted);
    if (interrupted()) break;  // That run was not given its time.
    shown.tally.add(outcome_of(run, machine.labels));
    if (run.ending == OneRun::Ending::took_too_long) ++time_outs;
    if (time_outs < kMostTimeOuts || shown.tally.runs() == most) continue;
    shown.cut_short = fmt::format("stopped after {} runs that did not end within {} s", time_outs, kPatience.count());
    break;
  }
  return shown;
}

}  // namespace workbook

// tools/workbook/race/one_run.cpp: see one_run.hpp.
#include "race/one_run.hpp"

#include "judge/parent/printed.hpp"
#include "judge/parent/running.hpp"
#include "judge/parent/standstill.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <poll.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <sstream>
#include <system_error>

namespace workbook {

namespace {

using Clock = std::chrono::steady_clock;

// Between two looks whether any thread can ever go on.
constexpr std::chrono::milliseconds kBetweenLooks{100};

/// A program that runs, watched until it ends or is to be ended.
class Watch {
 public:
  Watch(judge::Running& running, const judge::Limits& limits, const std::function<bool()>& interrupted)
      : running_(running),
        limits_(limits),
        interrupted_(interrupted),
        standstill_(running.group(), running.adopter()) {}

  OneRun until_its_end() {
    while (!over()) wait_for_something();
    const judge::End end = running_.finish();
    while (!flooded() && printed_.read_from(running_.output()) == judge::Printed::Source::more) {
    }
    OneRun run{ending_of(end), end.signal != 0 ? end.signal : end.code, printed_.excerpt(), printed_.last_line()};
    return run;
  }

 private:
  bool flooded() const { return printed_.bytes() > limits_.printed_bytes; }
  bool late() const { return Clock::now() >= end_; }
  bool over() const {
    return running_.ended() || stands_still_ || late() || flooded() || (interrupted_ && interrupted_());
  }

  void wait_for_something() {
    pollfd sources[] = {{output_closed_ ? -1 : running_.output(), POLLIN, 0}, {running_.end_event(), POLLIN, 0}};
    poll(sources, std::size(sources), static_cast<int>(kBetweenLooks.count()));
    if (sources[0].revents != 0) {
      output_closed_ = printed_.read_from(running_.output()) == judge::Printed::Source::closed;
    }
    if (sources[1].revents != 0) running_.note_end();
    if (Clock::now() < next_look_) return;
    stands_still_ = standstill_.look();
    next_look_ = Clock::now() + kBetweenLooks;
  }

  OneRun::Ending ending_of(const judge::End& end) const {
    if (flooded()) return OneRun::Ending::printed_too_much;
    if (running_.ended()) return end.signal != 0 ? OneRun::Ending::by_signal : OneRun::Ending::by_itself;
    return stands_still_ ? OneRun::Ending::stood_still : OneRun::Ending::took_too_long;
  }

  judge::Running& running_;
  const judge::Limits& limits_;
  const std::function<bool()>& interrupted_;
  judge::Standstill standstill_;
  judge::Printed printed_;
  const Clock::time_point end_ = Clock::now() + limits_.deadline;
  Clock::time_point next_look_ = Clock::now() + kBetweenLooks;
  bool output_closed_ = false;
  bool stands_still_ = false;
};

std::optional<double> number_in(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const bool whole = !text.empty() && *end == '\0' && std::isfinite(number);
  return whole ? std::optional(number) : std::nullopt;
}

// Two numbers may be the same though they are written in two ways.
bool same_value(const std::string& one, const std::string& other) {
  const std::optional<double> first = number_in(one);
  const std::optional<double> second = number_in(other);
  return one == other || (first && second && *first == *second);
}

// A program that ended by itself with 0, and says what its result is.
Outcome judged_by_labels(const OneRun& run, const Labels& labels) {
  const std::optional<std::string> result = value_behind(labels.result, run.printed);
  const std::optional<std::string> right = value_behind(labels.right, run.printed);
  if (!result || !right) {
    throw Failure(
        fmt::format("the demonstration printed no \"{}\" and \"{}\":\n{}", labels.result, labels.right, run.printed));
  }
  return {*result, number_in(*result), !same_value(*result, *right)};
}

Outcome judged_by_exit_code(const OneRun& run) {
  const bool wrong = run.code != 0;
  if (!wrong && run.last_line.empty()) return {"ends well", std::nullopt, false};
  if (!wrong) return {run.last_line, number_in(run.last_line), false};
  if (run.last_line.empty()) return {fmt::format("exit code {}", run.code), std::nullopt, true};
  // A number with a remark would be no number.
  if (const std::optional<double> number = number_in(run.last_line)) return {run.last_line, number, true};
  return {fmt::format("{} (exit code {})", run.last_line, run.code), std::nullopt, true};
}

}  // namespace

OneRun run_once(const Command& command, std::chrono::milliseconds patience, const std::function<bool()>& interrupted) {
  judge::Limits limits;
  limits.deadline = patience;
  try {
    judge::Running running(command.program, limits, {}, command.arguments);
    return Watch(running, limits, interrupted).until_its_end();
  } catch (const std::system_error& error) {
    throw Failure(fmt::format("cannot start {}: {}", command.program.string(), error.code().message()));
  }
}

std::optional<std::string> value_behind(const std::string& label, const std::string& printed) {
  std::optional<std::string> value;
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(' '));
    if (!line.starts_with(label + ' ')) continue;
    std::string word;
    if (std::istringstream(line.substr(label.size())) >> word) value = word;
  }
  return value;
}

Outcome outcome_of(const OneRun& run, const std::optional<Labels>& labels) {
  switch (run.ending) {
    case OneRun::Ending::by_signal:
      return {fmt::format("crash: SIG{}", sigabbrev_np(run.code)), std::nullopt, true};
    case OneRun::Ending::stood_still:
      return {"hangs: every thread waits", std::nullopt, true};
    case OneRun::Ending::took_too_long:
      return {"hangs: no end in time", std::nullopt, true};
    case OneRun::Ending::printed_too_much:
      return {"prints without end", std::nullopt, true};
    default:
      return labels && run.code == 0 ? judged_by_labels(run, *labels) : judged_by_exit_code(run);
  }
}

}  // namespace workbook

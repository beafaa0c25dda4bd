// tools/workbook/scale/measure.cpp: see measure.hpp.
#include "scale/measure.hpp"

#include "checkout/lesson_program.hpp"
#include "programs/programs.hpp"
#include "scale/interrupt.hpp"
#include "terminal/terminal.hpp"

#include <workbook/timer.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

namespace workbook {

namespace {

constexpr double kMillisecond = 1e-3;

double number_behind(const std::string& text, const std::string& words) {
  const std::size_t found = text.find(words);
  if (found == std::string::npos) throw std::runtime_error(fmt::format("got '{}', wanted '{}'", text, words));
  return std::stod(text.substr(found + words.size()));
}

// "about 40 s left", from how long it took so far.
std::string time_left(const Timer& timer, std::size_t done, std::size_t all) {
  if (done == 0) return "";
  const double each = timer.elapsed().count() / static_cast<double>(done);
  return fmt::format(", about {:.0f} s left", each * static_cast<double>(all - done));
}

void keep_run(Measured& measured, int workers, const Reported& run) {
  measured.times[workers].push_back(run.time);
  measured.error = std::max(measured.error, run.error);
  const bool first = measured.sequential == 0;
  measured.sequential = first ? run.sequential : std::min(measured.sequential, run.sequential);
}

}  // namespace

Reported reported_in(const std::string& output) {
  const PrintedValues values = printed_values(output);
  return {number_behind(value_or_dash(values, "time"), "") * kMillisecond,
          number_behind(value_or_dash(values, "speed-up"), "which took ") * kMillisecond,
          number_behind(value_or_dash(values, "error"), "")};
}

Measured measure(const std::string& title, const Measurement& wanted) {
  const NotedInterrupt interrupt;
  const Timer timer;
  ProgressLine progress;
  Measured measured;
  const std::size_t runs = wanted.workers.size() * static_cast<std::size_t>(wanted.rounds);
  for (std::size_t done = 0; done < runs; ++done) {
    const std::size_t round = done / wanted.workers.size() + 1;
    const int workers = wanted.workers[done % wanted.workers.size()];
    progress.show(fmt::format("measuring {}: round {} of {}, {} {}{}", title, round, wanted.rounds, workers,
                              workers == 1 ? "worker" : "workers", time_left(timer, done, runs)));
    const Finished finished =
        run({wanted.program, {"0", "10", std::to_string(wanted.strips), std::to_string(workers)}});
    // A run that Ctrl-C came into is no measurement, even where it got to its end.
    measured.interrupted = NotedInterrupt::came();
    if (measured.interrupted) break;
    if (finished.exit_code != 0) {
      measured.exit_code = finished.exit_code;
      measured.complaint = finished.output;
      break;
    }
    keep_run(measured, workers, reported_in(finished.output));
  }
  return measured;
}

}  // namespace workbook

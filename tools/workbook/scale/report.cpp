// tools/workbook/scale/report.cpp: see report.hpp.
#include "scale/report.hpp"

#include <workbook/table.hpp>

#include <fmt/core.h>

#include <sstream>

namespace workbook {

namespace {

std::string percent(double fraction) { return fmt::format("{:.1f} %", fraction * 100); }

std::string residual_text(const AmdahlFit& fit) {
  if (fit.points == 1) return "one point, so no residual";
  return fmt::format("residual {} of 1 worker's time, {} points", percent(fit.residual), fit.points);
}

std::string why_not_fitted(const Scaling& scaling) {
  if (scaling.processors < 2) return "one processor never lets 2 workers work at once";
  return fmt::format("that takes times with 1 worker and with 2 to {}", scaling.processors);
}

std::string told_apart(const AmdahlFit& fit) {
  return fmt::format(
      "Serial fraction (Amdahl): {}, so at most {:.1f} times as fast with any number.\n"
      "  Half of the rounds: {} to {}; {}.\n",
      percent(fit.serial), 1 / fit.serial, percent(fit.low), percent(fit.high), residual_text(fit));
}

}  // namespace

std::string scaling_table(const Scaling& scaling) {
  Table table({"workers", "best round", "median", "times 1 worker", "times the loop", "efficiency"});
  for (const auto& [workers, speed_up] : speed_ups(scaling.times)) {
    const std::vector<double>& rounds = scaling.times.at(workers);
    const double best = best_of(rounds);
    table.add({std::to_string(workers), fmt::format("{:.2f} ms", best * 1e3),
               fmt::format("+{}", percent(median_of(rounds) / best - 1)), fmt::format("{:.2f}", speed_up),
               fmt::format("{:.2f}", scaling.sequential / best), fmt::format("{:.0f} %", 100 * speed_up / workers)});
  }
  std::ostringstream text;
  text << table;
  return text.str();
}

std::string serial_fraction_text(const Scaling& scaling) {
  const auto fit = fit_amdahl(scaling.times, scaling.processors);
  if (!fit) return fmt::format("Serial fraction (Amdahl): can't be told, {}.\n", why_not_fitted(scaling));
  if (fit->serial >= 1) {
    return "Serial fraction (Amdahl): none explains this, more workers take longer.\n";
  }
  if (fit->serial <= 0 && fit->high <= 0) {
    return "Serial fraction (Amdahl): none explains this,\n  k workers are more than k times as fast as 1.\n";
  }
  if (fit->serial <= 0 || fit->low <= 0) {
    return fmt::format("Serial fraction (Amdahl): can't be told from 0.\n  A quarter of the rounds is above {}; {}.\n",
                       percent(fit->high), residual_text(*fit));
  }
  return told_apart(*fit);
}

std::string best_workers_text(const RoundsByWorkers& times) {
  const BestWorkers best = best_workers(times);
  std::string text = fmt::format("Best number of workers: {}", best.workers);
  if (best.workers != best.fastest) text += fmt::format(" ({} are faster by less than their spread)", best.fastest);
  return text + ".\n";
}

}  // namespace workbook

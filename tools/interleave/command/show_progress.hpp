// tools/interleave/command/show_progress.hpp: how far a search is, in one line that is gone in the end.
#pragma once

#include "interleave/report/report.hpp"
#include "terminal/terminal.hpp"

#include <optional>
#include <string>

namespace interleave {

/// "bound 2: 12,345 schedules, 180,000 a second, 3.2 of 10 s"
/// @param limit  seconds that the search may take; empty: not said
std::string progress_text(const Progress& progress, std::optional<double> limit);

/// Shows it on standard error, where that is a terminal.
class ShowProgress {
 public:
  explicit ShowProgress(std::optional<double> limit) : limit_(limit) {}
  void show(const Progress& progress) { line_.show(progress_text(progress, limit_)); }
  void clear() { line_.clear(); }

 private:
  std::optional<double> limit_;
  workbook::ProgressLine line_;
};

}  // namespace interleave

// tools/interleave/command/show_progress.cpp: see show_progress.hpp.
#include "interleave/command/show_progress.hpp"

#include "interleave/report/text.hpp"

#include <fmt/core.h>

namespace interleave {

std::string progress_text(const Progress& progress, std::optional<double> limit) {
  std::string text = progress.phase + ": " + counted(progress.executions, "schedule", "schedules");
  if (progress.seconds > 0) {
    const double rate = static_cast<double>(progress.executions) / progress.seconds;
    text += ", " + counted(static_cast<long long>(rate), "a second", "a second");
  }
  text +=
      limit ? fmt::format(", {:.1f} of {:g} s", progress.seconds, *limit) : fmt::format(", {:.1f} s", progress.seconds);
  if (progress.cut > 0) text += ", " + counted(progress.cut, "cut short", "cut short");
  return text;
}

}  // namespace interleave

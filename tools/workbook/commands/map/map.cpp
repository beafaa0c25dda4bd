// tools/workbook/commands/map/map.cpp: `./workbook` alone: the lessons, how far the student is, and what to type next.
#include "checkout/progress.hpp"
#include "commands/commands.hpp"
#include "commands/map/layout.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

namespace workbook {

namespace {

std::vector<Stop> stops() {
  auto known = student_progress().read();
  std::vector<Stop> stops;
  for (Lesson& lesson : all_lessons()) {
    const LessonProgress& progress = known[lesson.name];
    Standing standing = standing_of(lesson, progress);
    stops.push_back({std::move(lesson), std::move(standing), progress.passed.has_value()});
  }
  return stops;
}

}  // namespace

int show_map() {
  fmt::print("{}\n", fmt::join(lines_of_map(stops(), look_of_terminal()), "\n"));
  return kExitGood;
}

}  // namespace workbook

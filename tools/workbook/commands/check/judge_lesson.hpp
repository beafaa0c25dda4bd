// tools/workbook/commands/check/judge_lesson.hpp: builds the subjects around one exercise and lets the checks judge it.
#pragma once

#include "checkout/lessons.hpp"
#include "judge/verdict/verdicts.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace workbook {

/// What is judged, and how.
struct Judging {
  Lesson lesson;
  std::optional<std::string> file = {};  ///< in place of the student's exercise
  std::optional<std::uint64_t> seed = {};
  bool silent = false;  ///< nothing on standard output; what is done at the moment goes to standard error
};

/// Judges an exercise, and shows each check as it ends.
/// @throws Failure  where it can't be judged, which is no fault of the exercise
judge::LessonVerdict judge_lesson(const Judging& judging);

/// Runs one schedule of a lesson's scenario and shows its table.
/// @param schedule  SCENARIO@SCHEDULE, as a message named it
/// @return          the exit code
int replay_schedule(const Judging& judging, const std::string& schedule);

}  // namespace workbook

// tools/workbook/commands/reset.cpp: the command `reset`: a fresh starter; what the student wrote is kept.
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "checkout/progress.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>

namespace fs = std::filesystem;

namespace workbook {

int reset(const std::string& word, std::chrono::system_clock::time_point now) {
  const Lesson lesson = lesson_named(word);
  const fs::path exercise = lesson.exercise();
  const std::string name = place::shown(exercise);
  const std::string written = fingerprint_of(exercise);
  if (!written.empty() && written == fingerprint_of(lesson.folder() / "exercise.hpp")) {
    fmt::print("{} is the starter already; nothing was changed.\n", name);
    return kExitGood;
  }
  const fs::path kept = renew_exercise(lesson, now);
  if (!kept.empty()) fmt::print("What you wrote is kept: {}\n", place::shown(kept));
  fmt::print("{} is the starter again. Judge it with: ./workbook check {}\n", name, lesson.number);
  return kExitGood;
}

}  // namespace workbook

// tools/workbook/commands/check/next_lesson.cpp: see next_lesson.hpp.
#include "commands/check/next_lesson.hpp"

#include "programs/failure.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

namespace workbook {

namespace {

// A file that nobody has begun, or with a hole in it.
bool has_holes(const Lesson& lesson) {
  std::ifstream file(lesson.exercise());
  std::ostringstream text;
  text << file.rdbuf();
  return !file || text.str().find("workbook::not_done(") != std::string::npos;
}

}  // namespace

Lesson next_lesson() {
  const std::vector<Lesson> lessons = all_lessons();
  if (lessons.empty()) throw Failure("there is no lesson in lessons/");
  const auto found = std::ranges::find_if(lessons, has_holes);
  return found == lessons.end() ? lessons.back() : *found;
}

}  // namespace workbook

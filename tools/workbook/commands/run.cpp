// tools/workbook/commands/run.cpp: the commands `run` and `demo`.
#include "checkout/build.hpp"
#include "checkout/lesson_program.hpp"
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace workbook {

namespace {

std::string pick_demo(const Lesson& lesson, const std::string& name) {
  const std::vector<std::string> demos = lesson.demos();
  if (name.empty() && demos.size() == 1) return demos.front();
  if (std::ranges::find(demos, name) != demos.end()) return name;
  if (demos.empty()) throw Failure(fmt::format("lesson {} has no demo", lesson.name));
  const std::string got = name.empty() ? "no name" : "'" + name + "'";
  throw Failure(
      fmt::format("got {} for a demo of lesson {}, wanted one of {}", got, lesson.name, fmt::join(demos, ", ")));
}

}  // namespace

int run_lesson(const std::string& word, bool solution, const std::vector<std::string>& arguments) {
  const Lesson lesson = lesson_named(word);
  const auto program = build_lesson_program(lesson, solution);
  if (!program) return kExitWrong;
  become({*program, arguments});
}

int run_demo(const std::string& word, const std::string& name, const std::vector<std::string>& arguments) {
  const Lesson lesson = lesson_named(word);
  const std::string demo = "demo_" + pick_demo(lesson, name);
  build_or_fail(lesson.name + " " + demo, {lesson.name + "_" + demo});
  become({place::build() / "lessons" / lesson.name / demo, arguments});
}

}  // namespace workbook

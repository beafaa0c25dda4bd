// tools/workbook/check.cpp: the command `check`, in its plain form.
#include "build.hpp"
#include "commands.hpp"
#include "compile_errors.hpp"
#include "failure.hpp"
#include "lessons.hpp"
#include "place.hpp"
#include "programs.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// What is judged: a file, and the CMake target that builds a subject around it.
struct Judged {
  fs::path exercise;
  std::string target;
};

Judged judge_work(const Lesson& lesson) {
  make_exercise(lesson);
  return {lesson.exercise(), lesson.name + "_subject_work"};
}

// The build tree holds a folder whose exercise.hpp is another name for the file that is judged.
Judged judge_file(const Lesson& lesson, const fs::path& file) {
  std::error_code error;
  const fs::path exercise = fs::canonical(file, error);
  if (error || !fs::is_regular_file(exercise)) {
    throw Failure(fmt::format("cannot judge '{}', wanted an exercise file", file.string()));
  }
  const fs::path folder = place::build() / "exercises" / lesson.name / "file";
  fs::create_directories(folder);
  std::ofstream(folder / "exercise.hpp") << fmt::format("#include \"{}\"\n", exercise.string());
  return {exercise, lesson.name + "_subject_file"};
}

}  // namespace

int check(const CheckRequest& request) {
  const Lesson lesson = lesson_named(request.lesson);
  const Judged judged = request.file.empty() ? judge_work(lesson) : judge_file(lesson, request.file);
  build_or_fail(lesson.name + "'s checks", {lesson.name + "_checks"});
  fmt::print("{}: judging {}\n", lesson.name, fs::proximate(judged.exercise, place::root()).string());
  std::fflush(stdout);
  const Built built = build(lesson.name, {judged.target});
  if (!built.good) {
    fmt::print("{}{}: wrong (it does not compile)\n", describe_compile_errors(built.output, judged.exercise),
               lesson.name);
    return kExitWrong;
  }
  const fs::path programs = place::build() / "subjects" / lesson.name;
  Command checks{programs / (lesson.name + "_checks"),
                 {"--lesson=" + lesson.name, "--subject=" + (programs / judged.target).string()}};
  if (request.seed) checks.arguments.push_back("--seed=" + std::to_string(*request.seed));
  become(checks);
}

}  // namespace workbook

// tools/workbook/commands/check.cpp: the command `check`, in its plain form.
#include "checkout/build.hpp"
#include "checkout/compile_errors.hpp"
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "checkout/progress.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>

#include <unistd.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// What is judged: a file, the CMake targets that build subjects around it, and how to make them ready.
struct Judged {
  fs::path exercise;
  std::string target;
  std::string explored;  // empty where the lesson has no schedules
  std::function<void()> prepare;
};

std::string explored_target(const Lesson& lesson, const std::string& name) {
  const bool has_schedules = fs::exists(place::root() / "tests" / lesson.name / "schedules.cpp");
  return has_schedules ? lesson.name + "_explored_" + name : "";
}

// The build tree holds a folder whose exercise.hpp is another name for the file that is judged.
Judged judge_file(const Lesson& lesson, const fs::path& file) {
  std::error_code error;
  const fs::path exercise = fs::canonical(file, error);
  if (error || !fs::is_regular_file(exercise)) {
    throw Failure(fmt::format("cannot judge '{}', wanted an exercise file", file.string()));
  }
  const fs::path folder = place::build() / "exercises" / lesson.name / "file";
  const auto name_it = [=] {
    fs::create_directories(folder);
    std::ofstream(folder / "exercise.hpp") << fmt::format("#include \"{}\"\n", exercise.string());
  };
  return {exercise, lesson.name + "_subject_file", explored_target(lesson, "file"), name_it};
}

Judged judge_work(const Lesson& lesson) {
  make_exercise(lesson);
  if (place::work_is_elsewhere()) return judge_file(lesson, lesson.exercise());
  return {lesson.exercise(), lesson.name + "_subject_work", explored_target(lesson, "work"), {}};
}

// A copy of the subject that is ours alone: another check may build the next one while this one is judged.
class Subject {
 public:
  explicit Subject(const fs::path& built) : built_(built), copy_(fmt::format("{}.{}", built.string(), getpid())) {}
  ~Subject() {
    std::error_code ignored;
    fs::remove(copy_, ignored);
  }
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  void copy() const { fs::copy_file(built_, copy_, fs::copy_options::overwrite_existing); }
  const fs::path& path() const { return copy_; }

 private:
  fs::path built_;
  fs::path copy_;
};

int report_compile_errors(const Lesson& lesson, const Judged& judged, const std::string& compiler_output) {
  if (!blames_a_file(compiler_output))
    throw Failure(fmt::format("cannot build {}:\n{}", judged.target, compiler_output));
  fmt::print("{}{}: wrong (it does not compile)\n", describe_compile_errors(compiler_output, judged.exercise),
             lesson.name);
  return kExitWrong;
}

int judge(const Lesson& lesson, const CheckRequest& request) {
  if (request.replay && explored_target(lesson, "work").empty()) {
    throw Failure(fmt::format("got --replay {}, but lesson {} has no schedules", *request.replay, lesson.name));
  }
  const Judged judged = request.file ? judge_file(lesson, *request.file) : judge_work(lesson);
  // What is ours first, so that what fails afterwards is the exercise.
  std::vector<std::string> ours{lesson.name + "_checks", "judge_subject"};
  if (!judged.explored.empty()) ours.insert(ours.end(), {"judge_explored", "interleave"});
  build_or_fail(lesson.name + "'s checks", ours);
  fmt::print("{}: judging {}\n", lesson.name, place::name_of(judged.exercise));
  std::fflush(stdout);
  const fs::path programs = place::build() / "subjects" / lesson.name;
  const Subject subject(programs / judged.target);
  const Subject explored(programs / judged.explored);
  std::vector<std::string> targets{judged.target};
  if (!judged.explored.empty()) targets.push_back(judged.explored);
  const Built built = build(lesson.name, targets, judged.prepare, [&] {
    subject.copy();
    if (!judged.explored.empty()) explored.copy();
  });
  if (!built.good) return report_compile_errors(lesson, judged, built.output);
  Command checks{programs / (lesson.name + "_checks"),
                 {"--lesson=" + lesson.name, "--subject=" + subject.path().string()}};
  if (!judged.explored.empty()) checks.arguments.push_back("--explored=" + explored.path().string());
  if (request.replay) checks.arguments.push_back("--replay=" + *request.replay);
  if (request.seed) checks.arguments.push_back("--seed=" + std::to_string(*request.seed));
  return run_in_place(checks);
}

}  // namespace

int check(const CheckRequest& request) {
  const Lesson lesson = lesson_named(request.lesson);
  // Another's file, or one schedule alone, says nothing of how far the student is.
  if (request.file || request.replay) return judge(lesson, request);
  return judged_and_recorded(lesson, [&] { return judge(lesson, request); });
}

}  // namespace workbook

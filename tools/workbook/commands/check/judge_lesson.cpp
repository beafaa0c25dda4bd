// tools/workbook/commands/check/judge_lesson.cpp: see judge_lesson.hpp.
#include "commands/check/judge_lesson.hpp"

#include "checkout/build.hpp"
#include "checkout/compile_errors.hpp"
#include "checkout/place.hpp"
#include "judge/verdict/json.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"
#include "programs/programs.hpp"
#include "programs/temporary_folder.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <string.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// The file that is judged, the CMake targets that build subjects around it, and how to make them ready.
struct Judged {
  fs::path exercise;
  std::string target;
  std::string explored;  // empty where the lesson has no schedules
  std::function<void()> prepare;
};

std::string explored_target(const Lesson& lesson, const std::string& name) {
  return has_schedules(lesson.name) ? lesson.name + "_explored_" + name : "";
}

// A name for `exercise` that stands between the quotes of an #include; a link beside it, where its own can't.
fs::path includable(const fs::path& exercise, const fs::path& folder) {
  if (exercise.string().find_first_of("\"\\\n\r") == std::string::npos) return exercise;
  const fs::path link = folder / "judged.hpp";
  fs::remove(link);
  fs::create_symlink(exercise, link);
  return link;
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
    std::ofstream(folder / "exercise.hpp") << fmt::format("#include \"{}\"\n", includable(exercise, folder).string());
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

fs::path programs_of(const Lesson& lesson) { return place::build() / "subjects" / lesson.name; }

// The subjects around one exercise, built and ready to be judged.
class Subjects {
 public:
  explicit Subjects(const Judging& judging)
      : lesson_(judging.lesson),
        judged_(judging.file ? judge_file(lesson_, *judging.file) : judge_work(lesson_)),
        subject_(programs_of(lesson_) / judged_.target),
        explored_(programs_of(lesson_) / judged_.explored) {}

  const fs::path& exercise() const { return judged_.exercise; }

  /// @return  why they can't be built; nothing where they are
  std::optional<judge::CompileErrors> build_them() const {
    const std::string checks = lesson_.name + "_checks";
    std::vector<std::string> targets{checks, judged_.target};
    if (has_schedules()) targets.insert(targets.end(), {"interleave", judged_.explored});
    const Built built = build(lesson_.name, targets, judged_.prepare, [&] {
      subject_.copy();
      if (has_schedules()) explored_.copy();
    });
    if (built.good) return std::nullopt;
    // Where all that is ours can be built, it is the exercise that can't.
    build_or_fail(lesson_.name + "'s checks", {checks, "judge_subject"});
    if (has_schedules()) build_or_fail("the explorer", {"interleave", "judge_explored"});
    if (!blames_a_file(built.output)) throw Failure(fmt::format("cannot build {}:\n{}", judged_.target, built.output));
    return compile_errors_in(built.output, judged_.exercise);
  }

  Command checks() const {
    Command checks{programs_of(lesson_) / (lesson_.name + "_checks"),
                   {"--lesson=" + lesson_.name, "--subject=" + subject_.path().string()}};
    if (has_schedules()) checks.arguments.push_back("--explored=" + explored_.path().string());
    return checks;
  }

 private:
  bool has_schedules() const { return !judged_.explored.empty(); }

  const Lesson lesson_;
  const Judged judged_;
  const Subject subject_;
  const Subject explored_;
};

void announce(const Judging& judging, const Subjects& subjects) {
  if (judging.silent) return;
  fmt::print("{}: judging {}\n", judging.lesson.name, place::shown(subjects.exercise()));
  std::fflush(stdout);
}

int run_checks(const Command& checks, bool silent) {
  if (!silent) return run_in_place(checks);
  ProgressLine progress;
  return run(checks, [&](const std::string& line) { progress.show(line); });
}

judge::LessonVerdict read_verdict(const fs::path& file, int exit_code) {
  try {
    return judge::lesson_verdict_from(read_file(file));
  } catch (const std::runtime_error& error) {
    throw Failure(
        fmt::format("workbook bug: the checks ended with code {} and left no verdict ({})", exit_code, error.what()));
  }
}

}  // namespace

judge::LessonVerdict judge_lesson(const Judging& judging) {
  const Subjects subjects(judging);
  announce(judging, subjects);
  const std::string exercise = place::shown(subjects.exercise());
  if (const auto errors = subjects.build_them()) {
    judge::LessonVerdict verdict{judging.lesson.name, exercise};
    verdict.compile_errors = errors;
    if (!judging.silent) fmt::print("{}{}: wrong (it does not compile)\n", described(*errors), judging.lesson.name);
    return verdict;
  }
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "verdict.json";
  Command checks = subjects.checks();
  checks.arguments.push_back("--json=" + file.string());
  if (judging.seed) checks.arguments.push_back("--seed=" + std::to_string(*judging.seed));
  const int exit_code = run_checks(checks, judging.silent);
  judge::LessonVerdict verdict = read_verdict(file, exit_code);
  verdict.exercise = exercise;
  return verdict;
}

int replay_schedule(const Judging& judging, const std::string& schedule) {
  if (explored_target(judging.lesson, "work").empty()) {
    throw Failure(fmt::format("got --replay {}, but lesson {} has no schedules", schedule, judging.lesson.name));
  }
  const Subjects subjects(judging);
  announce(judging, subjects);
  if (const auto errors = subjects.build_them()) {
    fmt::print("{}{}: wrong (it does not compile)\n", described(*errors), judging.lesson.name);
    return kExitWrong;
  }
  Command checks = subjects.checks();
  checks.arguments.push_back("--replay=" + schedule);
  if (judging.seed) checks.arguments.push_back("--seed=" + std::to_string(*judging.seed));
  return run_in_place(checks);
}

}  // namespace workbook

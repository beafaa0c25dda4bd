// tools/workbook/commands/commands.hpp: what `./workbook ...` can do, one function for each command.
// Each returns the exit code; each throws Failure where it can't do what it was asked.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// The lessons, how far the student is with each, which is next, and what to type.
int show_map();

/// The lessons there are, with their ideas.
int list_lessons();

/// Shows a chapter in the terminal; the current lesson's where `lesson` is empty.
/// @param answers  whether to show the answers, too, that the chapter folds away
int read_chapter(const std::string& lesson, bool answers);

/// Makes the current lesson's exercise and shows its chapter.
int read_next_chapter();

struct HintRequest {
  std::string lesson;  ///< or one hole of it, such as "03.2"; empty: the current lesson
  bool all = false;    ///< all hints for that hole at once
  bool again = false;  ///< those that were shown already, and no new one
};

/// Shows one hint more than last time.
int give_hint(const HintRequest& request);

/// Shows the reference answer as a difference from the student's.
/// @param anyway  though the lesson has not passed yet
int show_solution(const std::string& lesson, bool anyway);

/// Puts the starter in place of the student's exercise, which is kept under a name with the date `now`.
int reset(const std::string& lesson, std::chrono::system_clock::time_point now);

/// Runs a lesson's program, built from the student's work or from the solution. Returns only where it can't.
int run_lesson(const std::string& lesson, bool solution, const std::vector<std::string>& arguments);

/// Runs one of a lesson's demos; without a name the only one, or else names those there are.
int run_demo(const std::string& lesson, const std::string& name, const std::vector<std::string>& arguments);

struct CheckRequest {
  std::optional<std::string> lesson;  ///< none: the first that is not passed yet
  bool all = false;                   ///< every lesson in place of one
  std::optional<std::string> file;    ///< judged in place of the student's exercise
  std::optional<std::uint64_t> seed;
  std::optional<std::string> replay;  ///< SCENARIO@SCHEDULE: show this one schedule and judge nothing else
  bool json = false;                  ///< the verdicts as one JSON document on standard output, and nothing else there
  std::optional<std::string> junit;   ///< a file for the verdicts as JUnit's XML
  bool github = false;                ///< annotations on standard output, a table for GITHUB_STEP_SUMMARY
};

/// Judges an exercise, or all of them; the exit code is the gravest verdict's.
int check(const CheckRequest& request);

/// Checks an exercise again each time it is saved, in a window that fills the terminal, until q is pressed.
/// @param lesson  empty: that of the exercise that was saved last
int watch(const std::string& lesson);

struct GradeRequest {
  std::filesystem::path submissions;  ///< a folder or zip file for each student
  std::filesystem::path out;          ///< the results' folder
  std::vector<std::string> lessons;   ///< none means all
  std::optional<std::uint64_t> seed;
  std::optional<std::size_t> jobs;              ///< answers at a time
  std::optional<std::filesystem::path> points;  ///< a table of points
  std::string rung;                             ///< of the jail; empty: the strongest that works
  bool allow_weak = false;                      ///< also where nothing but limits holds an answer
  bool anew = false;                            ///< judge again what has been judged
};

/// Judges a class of strangers, each answer shut in, and writes tables, pages and feedback.
int grade(const GradeRequest& request);

/// One answer of such a class: what `grade` starts for each.
int judge_answer_in(const std::string& job_file);

/// Runs the six solutions and the race, and tells what to do next.
int tour();

/// Builds everything and runs every test of the workbook itself.
/// @param soak  run each test of the checks many times
int test(bool soak);

struct ScaleRequest {
  std::string lesson;
  bool solution = false;              ///< measure the solution in place of the student's work
  std::optional<int> most;            ///< the largest number of workers; twice the processors unless said otherwise
  std::int64_t strips = 100'000'000;  ///< enough that starting the workers is a small part of it
  int rounds = 5;
  std::optional<std::string> svg = {};  ///< draw the plot in this file, too
};

/// Measures a lesson's program with more and more workers.
int scale(const ScaleRequest& request);

/// Says what works on this machine and what is missing, with the commands that mend it.
/// @param json  for other programs
int doctor(bool json);

/// Makes the folders of a new lesson, which passes its tests, for its author to change.
/// @param name  NN_topic, with a number that no lesson has
int new_lesson(const std::string& name);

/// Becomes the explorer's own command, tools/interleave/command. Returns only where it can't.
int interleave(const std::vector<std::string>& arguments);

/// Builds and runs the benchmarks.
int bench(const std::vector<std::string>& arguments);

}  // namespace workbook

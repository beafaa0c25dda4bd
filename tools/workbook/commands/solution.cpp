// tools/workbook/commands/solution.cpp: the command `solution`: what differs between the student's answer and ours.
#include "checkout/lessons.hpp"
#include "checkout/place.hpp"
#include "checkout/progress.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"
#include "terminal/pager.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace workbook {

namespace {

constexpr int kSame = 0;
constexpr int kDifferent = 1;

std::string content_of(const fs::path& file) {
  std::ifstream in(file);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  if (!in) throw Failure(fmt::format("cannot read {}, wanted the reference answer", file.string()));
  return text;
}

// Lines with "-" are the student's, lines with "+" ours.
std::string difference(const fs::path& yours, const fs::path& ours) {
  const Finished diff = run({"/usr/bin/env",
                             {"diff", "-u", colours() ? "--color=always" : "--color=never", "--label",
                              place::shown(yours) + " (yours)", "--label", place::shown(ours), yours, ours}});
  if (diff.exit_code == kSame) return fmt::format("{} is the same as ours, to the letter.\n", place::shown(yours));
  if (diff.exit_code != kDifferent) {
    throw Failure(fmt::format("cannot compare {} with the solution: {}", place::shown(yours), diff.output));
  }
  return diff.output;
}

}  // namespace

int show_solution(const std::string& word, bool anyway) {
  const Lesson lesson = lesson_named(word);
  if (!anyway && !student_progress().of(lesson).passed) {
    throw Failure(
        fmt::format("lesson {0} has not passed yet, wanted that first: ./workbook check {1}\n"
                    "  a hint:   ./workbook hint {1}\n"
                    "  show it:  ./workbook solution {1} --anyway",
                    lesson.name, lesson.number));
  }
  const fs::path ours = place::root() / "solutions" / lesson.name / "exercise.hpp";
  std::error_code ignored;
  const bool is_begun = fs::exists(fs::symlink_status(lesson.exercise(), ignored));
  show_paged(is_begun ? difference(lesson.exercise(), ours) : content_of(ours));
  return kExitGood;
}

}  // namespace workbook

// tools/workbook/commands/check/check.cpp: the command `check`.
#include "checkout/progress.hpp"
#include "checkout/standing.hpp"
#include "commands/check/judge_lesson.hpp"
#include "commands/commands.hpp"
#include "judge/verdict/github.hpp"
#include "judge/verdict/json.hpp"
#include "judge/verdict/junit.hpp"
#include "programs/clean_ending.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <vector>

namespace workbook {

namespace {

using judge::LessonVerdict;

// Words that contradict each other. A schedule is shown as a table, which no document has a place for.
void refuse_contradictions(const CheckRequest& request) {
  if (request.all && (request.lesson || request.file)) {
    throw Failure("got --all and one " + std::string(request.lesson ? "lesson" : "file") + ", wanted one of the two");
  }
  if (request.replay && (request.all || request.json || request.junit || request.github)) {
    throw Failure(
        "got --replay with --all, --json, --junit or --github, wanted it without: it shows one schedule as a table");
  }
  if (request.json && request.github) throw Failure("got --json and --github, wanted one of the two: both print");
  if (!request.lesson && (request.file || request.replay)) {
    throw Failure(fmt::format("got {} without a lesson, wanted one: ./workbook check NN {} ...",
                              request.file ? "--file" : "--replay", request.file ? "--file" : "--replay"));
  }
}

// Opened before anything is judged: a minute of judging shall not end in "no such folder".
std::ofstream open_for_writing(const std::optional<std::string>& file) {
  std::ofstream out;
  if (!file) return out;
  out.open(*file);
  if (!out) throw Failure(fmt::format("cannot write {}: {}", *file, std::strerror(errno)));
  return out;
}

// A lesson that can't be judged is told of where the others are, and doesn't keep them from it.
LessonVerdict judged(const Judging& judging) {
  try {
    // What another has written says nothing of how far the student is.
    if (judging.file) return judge_lesson(judging);
    LessonVerdict verdict;
    judged_and_recorded(judging.lesson, [&] {
      verdict = judge_lesson(judging);
      return exit_code_for(verdict_of(verdict));
    });
    return verdict;
  } catch (const Failure& failure) {
    fmt::print(stderr, "workbook: {}\n", failure.what());
    LessonVerdict verdict{judging.lesson.name, ""};
    verdict.problem = failure.what();
    return verdict;
  }
}

std::vector<LessonVerdict> judge_all(const CheckRequest& request) {
  std::vector<LessonVerdict> verdicts;
  for (const Lesson& lesson : all_lessons()) {
    verdicts.push_back(judged({.lesson = lesson, .seed = request.seed, .silent = request.json}));
  }
  return verdicts;
}

void print_overview(const std::vector<LessonVerdict>& verdicts) {
  fmt::print("\n");
  for (const LessonVerdict& each : verdicts) {
    fmt::print("{:14} {:12}  {}\n", each.lesson, word_for(verdict_of(each)), summary_of(each));
  }
}

void write_junit(std::ofstream& out, const std::string& file, const std::vector<LessonVerdict>& verdicts) {
  out << judge::as_junit(verdicts) << std::flush;
  if (!out) throw Failure(fmt::format("cannot write {}", file));
}

void print_json(const std::vector<LessonVerdict>& verdicts) {
  const std::string document = judge::document_of(verdicts) + '\n';
  const bool written = std::fwrite(document.data(), 1, document.size(), stdout) == document.size();
  if (!written || std::fflush(stdout) != 0) throw Failure("cannot write on standard output");
}

// GitHub names a file in the environment whose text it shows above a run.
void tell_github(const std::vector<LessonVerdict>& verdicts) {
  fmt::print("{}", judge::github_annotations(verdicts));
  const char* const file = std::getenv("GITHUB_STEP_SUMMARY");
  if (file == nullptr) return;
  std::ofstream summary(file, std::ios::app);
  summary << judge::github_summary(verdicts) << std::flush;
  if (!summary) throw Failure(fmt::format("cannot write {}, which GITHUB_STEP_SUMMARY names", file));
}

}  // namespace

int check(const CheckRequest& request) {
  refuse_contradictions(request);
  const CleanEnding ending;
  std::ofstream junit = open_for_writing(request.junit);
  std::vector<LessonVerdict> verdicts;
  if (request.all) {
    verdicts = judge_all(request);
    if (!request.json) print_overview(verdicts);
  } else {
    const Lesson lesson = lesson_or_current(request.lesson.value_or(""), student_progress());
    const Judging judging{lesson, request.file, request.seed, request.json};
    if (request.replay) return replay_schedule(judging, *request.replay);
    verdicts = {judged(judging)};
  }
  if (request.junit) write_junit(junit, *request.junit, verdicts);
  if (request.json) print_json(verdicts);
  if (request.github) tell_github(verdicts);
  return exit_code_for(verdict_of(verdicts));
}

}  // namespace workbook

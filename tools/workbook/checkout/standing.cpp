// tools/workbook/checkout/standing.cpp: see standing.hpp.
#include "checkout/standing.hpp"

#include "programs/failure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <regex>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const fs::path& file) {
  Lines lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Lines holes_of(const Lines& starter) {
  static const std::regex todo(R"(TODO\(student\) (\d\d\.\d+))");
  Lines holes;
  for (const std::string& line : starter) {
    std::smatch number;
    if (std::regex_search(line, number, todo)) holes.push_back(number[1]);
  }
  std::ranges::sort(holes);
  return holes;
}

// The program still ends there. A call that is commented out ends nothing.
bool is_empty(const std::string& hole, const Lines& exercise) {
  return std::ranges::any_of(exercise, [&](const std::string& line) {
    return line.substr(0, line.find("//")).find("not_done(\"" + hole + "\")") != std::string::npos;
  });
}

Standing::State state_of(const Standing& standing, const LessonProgress& progress, const std::string& now) {
  using State = Standing::State;
  if (progress.passed && progress.passed->fingerprint == now) return State::passed;
  if (progress.passed) return State::changed;
  return standing.verdict.empty() || standing.verdict == "not done" ? State::begun : State::judged;
}

}  // namespace

Standing standing_of(const Lesson& lesson, const LessonProgress& progress) {
  Standing standing;
  const fs::path starter = lesson.folder() / "exercise.hpp";
  standing.holes = holes_of(lines_of(starter));
  const std::string now = fingerprint_of(lesson.exercise());
  if (now.empty() || now == fingerprint_of(starter)) {
    standing.empty = standing.holes;
    standing.state = progress.passed ? Standing::State::changed : Standing::State::not_begun;
    return standing;
  }
  const Lines exercise = lines_of(lesson.exercise());
  std::ranges::copy_if(standing.holes, std::back_inserter(standing.empty),
                       [&](const std::string& hole) { return is_empty(hole, exercise); });
  if (progress.last && progress.last->fingerprint == now) standing.verdict = progress.last->verdict;
  standing.state = state_of(standing, progress, now);
  return standing;
}

std::string described(const Standing& standing) {
  const std::string filled = fmt::format("{} of {} {} filled", standing.filled(), standing.holes.size(),
                                         standing.holes.size() == 1 ? "hole" : "holes");
  switch (standing.state) {
    case Standing::State::not_begun:
      return "not begun";
    case Standing::State::begun:
      return standing.empty.empty() ? "in work: every hole filled, not checked" : "in work: " + filled;
    case Standing::State::judged:
      return "in work: " + standing.verdict + (standing.empty.empty() ? "" : ", " + filled);
    case Standing::State::changed:
      return standing.empty.empty() ? "changed since it passed" : "passed before; now " + filled;
    case Standing::State::passed:
      return "passed";
  }
  return "";
}

std::optional<Lesson> current_lesson(const Progress& progress) {
  const auto known = progress.read();
  for (const Lesson& lesson : all_lessons()) {
    const auto found = known.find(lesson.name);
    if (found == known.end() || !found->second.passed) return lesson;
  }
  return {};
}

Lesson lesson_or_current(const std::string& word, const Progress& progress) {
  if (!word.empty()) return lesson_named(word);
  if (const std::optional<Lesson> current = current_lesson(progress)) return *current;
  throw Failure("every lesson has passed, wanted the number of one, such as 03");
}

}  // namespace workbook

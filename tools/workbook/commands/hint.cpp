// tools/workbook/commands/hint.cpp: the command `hint`: one hint more each time it is asked.
#include "checkout/hints.hpp"
#include "checkout/progress.hpp"
#include "checkout/standing.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "terminal/markdown.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace workbook {

namespace {

// What was asked for: a lesson, or one hole of it.
struct Asked {
  Lesson lesson;
  std::string hole;  // empty where no hole was named
};

// "03.2", and "3.2" as people say it.
Asked asked_for(const std::string& word, const Progress& progress) {
  const std::size_t dot = word.find('.');
  if (dot == std::string::npos) return {lesson_or_current(word, progress), ""};
  Lesson lesson = lesson_named(word.substr(0, dot));
  std::string hole = lesson.number + word.substr(dot);
  return {std::move(lesson), std::move(hole)};
}

int count_of(const std::vector<std::string>& hints) { return static_cast<int>(hints.size()); }

int shown_of(const LessonProgress& known, const std::string& hole) {
  const auto found = known.hints.find(hole);
  return found == known.hints.end() ? 0 : std::max(0, found->second);
}

// The first hole that is still empty; where all are filled, the first that has hints left, or else the last.
std::string pick_hole(const Lesson& lesson, const Standing& standing, const LessonProgress& known) {
  if (!standing.empty.empty()) return standing.empty.front();
  for (const std::string& hole : standing.holes) {
    if (shown_of(known, hole) < count_of(hints_for(lesson, hole))) return hole;
  }
  return standing.holes.empty() ? "" : standing.holes.back();
}

void show_hint(const std::vector<std::string>& hints, int number, const std::string& hole, const Look& look) {
  fmt::print("{}\n", bold(fmt::format("Hint {} of {} for hole {}", number, hints.size(), hole), look));
  Look narrower = look;
  narrower.width -= 2;
  for (const std::string& line : lines_of_markdown(hints[static_cast<std::size_t>(number - 1)], {}, narrower)) {
    fmt::print("{}{}\n", line.empty() ? "" : "  ", line);
  }
  fmt::print("\n");
}

std::string names_of(const std::vector<std::string>& holes) { return listed(holes); }

void show_what_comes_next(const Asked& asked, const Standing& standing, int shown, int count) {
  const std::string& number = asked.lesson.number;
  if (shown < count) {
    fmt::print("{} more: ./workbook hint {}\n", count - shown, asked.hole);
  } else {
    fmt::print("That was the last for {}. The chapter says the rest: ./workbook read {}\n", asked.hole, number);
    fmt::print("When the check has passed, ours beside yours: ./workbook solution {}\n", number);
  }
  if (standing.holes.size() < 2) return;
  std::vector<std::string> others = standing.holes;
  std::erase(others, asked.hole);
  fmt::print("Other holes: {}\n", names_of(others));
}

void record(const Progress& progress, const Asked& asked, int shown) {
  try {
    progress.record_hints(asked.lesson, asked.hole, shown);
  } catch (const Failure& failure) {
    fmt::print(stderr, "workbook: {}; the next hint will be this one again\n", failure.what());
  }
}

}  // namespace

int give_hint(const HintRequest& request) {
  const Progress progress = student_progress();
  Asked asked = asked_for(request.lesson, progress);
  const LessonProgress known = progress.of(asked.lesson);
  const Standing standing = standing_of(asked.lesson, known);
  if (asked.hole.empty()) asked.hole = pick_hole(asked.lesson, standing, known);
  const std::vector<std::string> hints = hints_for(asked.lesson, asked.hole);
  if (hints.empty()) {
    throw Failure(fmt::format("got '{}', but lesson {} has hints for {}", asked.hole, asked.lesson.name,
                              names_of(standing.holes)));
  }
  const int count = count_of(hints);
  const int before = std::min(shown_of(known, asked.hole), count);
  if (request.again && before == 0) {
    throw Failure(fmt::format("no hint for {} was shown yet, wanted: ./workbook hint {}", asked.hole, asked.hole));
  }
  const int last = request.again ? before : request.all ? count : std::min(before + 1, count);
  const Look look = look_of_terminal();
  for (int number = request.again || request.all ? 1 : last; number <= last; ++number) {
    show_hint(hints, number, asked.hole, look);
  }
  if (last > before) record(progress, asked, last);
  show_what_comes_next(asked, standing, last, count);
  return kExitGood;
}

}  // namespace workbook

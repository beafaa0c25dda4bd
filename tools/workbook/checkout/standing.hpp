// tools/workbook/checkout/standing.hpp: how far the student is with each lesson, and which is the current one.
#pragma once

#include "checkout/lessons.hpp"
#include "checkout/progress.hpp"

#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// A student's exercise, held against its starter and against what was recorded.
struct Standing {
  enum class State {
    not_begun,  ///< no exercise yet, or one that is still the starter
    begun,      ///< changed, and its present form has no verdict but "not done"
    judged,     ///< its present form was wrong, or inconclusive
    changed,    ///< it passed, and is another one since
    passed,     ///< its present form passed
  };
  State state = State::not_begun;
  std::vector<std::string> holes;  ///< of the starter, in order, such as "03.1"
  std::vector<std::string> empty;  ///< those that the exercise hasn't filled
  std::string verdict;             ///< on its present form; empty where there is none

  std::size_t filled() const { return holes.size() - empty.size(); }
};

Standing standing_of(const Lesson& lesson, const LessonProgress& progress);

/// A standing in a few words, such as "in work: 1 of 3 holes filled".
std::string described(const Standing& standing);

/// The lesson that a command means where none is named: the first that has never passed, if there is one.
std::optional<Lesson> current_lesson(const Progress& progress);

/// The lesson that `word` names; the current one where it is empty.
/// @throws Failure  where no lesson has that name, or none is left
Lesson lesson_or_current(const std::string& word, const Progress& progress);

}  // namespace workbook

// tests/tools/judge/made_up_verdicts.hpp: a lesson's verdict of every kind there is.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace made_up {

using judge::CheckResult;
using judge::LessonVerdict;
using judge::Verdict;

// Colours for a terminal, half a character, and what ends a section of XML.
inline const std::string kHostile = "\033[31mred\x01 \xff\xc3 ]]> <b>&amp;\"quoted\"\n::error::x";

inline LessonVerdict passed() {
  LessonVerdict lesson{"03_locks", "work/03_locks/exercise.hpp", 1};
  CheckResult check{"Schedules.KeepEveryAdd"};
  check.remarks = {{"proved", 14, "proved: 14 schedules"}};
  lesson.checks = {{"Total.IsZeroAtFirst"}, check};
  return lesson;
}

inline LessonVerdict wrong() {
  LessonVerdict lesson{"03_locks", "work/03_locks/exercise.hpp", 1};
  CheckResult check{"Total.KeepsEveryAdd", Verdict::wrong, "03.1  Total lost an update\n  why     no lock was held"};
  check.finding = {"03.1",
                   "Total lost an update",
                   "no lock was held",
                   "hold one",
                   {"exercise.hpp:7: sum_ += part;"},
                   "./workbook check 03 --seed 1"};
  lesson.checks = {check};
  return lesson;
}

inline LessonVerdict with_check(Verdict verdict, const std::string& message) {
  return {"04_queues", "work/04_queues/exercise.hpp", 7, {{"Queue.IsEmptyAtFirst", verdict, message}}};
}

inline LessonVerdict not_compiled() {
  LessonVerdict lesson{"05_signaling", "work/05_signaling/exercise.hpp"};
  lesson.compile_errors = {"work/05_signaling/exercise.hpp does not compile",
                           {{"work/05_signaling/exercise.hpp", 12, "'x' was not declared in this scope"}},
                           2,
                           ""};
  return lesson;
}

inline LessonVerdict not_judged() {
  LessonVerdict lesson{"06_processes", ""};
  lesson.problem = "cannot build 06_processes's checks";
  return lesson;
}

inline std::vector<LessonVerdict> lessons_of_every_kind() {
  return {passed(),
          wrong(),
          with_check(Verdict::not_done, "hole 04.1 is still empty"),
          with_check(Verdict::inconclusive, "no answer within 20 s, but the machine was too busy"),
          with_check(Verdict::bug, "workbook bug: an exception in a check"),
          not_compiled(),
          not_judged()};
}

}  // namespace made_up

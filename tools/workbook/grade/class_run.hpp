// tools/workbook/grade/class_run.hpp: judges a class, many answers at a time, and goes on where it was broken off.
#pragma once

#include "checkout/lessons.hpp"
#include "grade/graded.hpp"
#include "grade/submissions.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace workbook {

/// What is judged, and how.
struct ClassRun {
  std::vector<Submission> submissions;
  std::vector<Lesson> lessons;
  std::filesystem::path out;
  std::uint64_t seed = 0;
  std::string rung;      ///< of the jail
  std::size_t jobs = 1;  ///< answers at a time
  bool anew = false;     ///< judge again what has been judged
};

/// How far it is: answers done and in all, of which so many stood there from an earlier run; seconds since it began.
struct ClassProgress {
  std::size_t done = 0;
  std::size_t all = 0;
  std::size_t from_before = 0;
  double seconds = 0;
};

/// Builds the checks of these lessons, and all that their subjects are built of.
/// @throws Failure  with what the compiler said
void build_judges(const std::vector<Lesson>& lessons);

/// What came of it.
struct JudgedClass {
  std::vector<GradedAnswer> answers;  ///< by student, then by lesson
  std::vector<std::string> texts;     ///< of each answer; empty where there is none
};

/// Judges every answer, once build_judges() has built what is needed. Each is written down when it is known, so nothing
/// is lost when this is broken off.
/// @throws Failure  where the results can't be written, or nothing can be built
JudgedClass judge_class(const ClassRun& run, const std::function<void(const ClassProgress&)>& on_progress);

/// Where a student's results stand, below the results' folder.
std::filesystem::path folder_of(const std::string& student);

}  // namespace workbook

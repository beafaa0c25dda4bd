// tools/workbook/grade/graded.hpp: what is known of each answer of a class once it was judged, and what it is worth.
// Pure: no I/O.
#pragma once

#include "grade/points.hpp"
#include "grade/suspicion.hpp"
#include "judge/verdict/verdicts.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// How far an answer came.
enum class Standing {
  judged,    ///< its verdict counts
  missing,   ///< no file was handed in
  refused,   ///< the file can't be an answer
  withheld,  ///< its verdict does not count until a person has looked at it
};

/// One student's answer to one lesson.
struct GradedAnswer {
  std::string student;
  std::string lesson;  ///< NN_topic
  Standing standing = Standing::missing;
  std::string reason;                 ///< one sentence; empty where judged
  judge::LessonVerdict verdict = {};  ///< where judged or withheld
  std::vector<Suspicion> suspicions = {};
  std::string isolation = {};  ///< the rung of the jail it ran in
  double seconds = 0;          ///< from the first compiler to the last check; differs from run to run
};

/// Points of an answer, or of several.
struct Score {
  double points = 0;
  double most = 0;
  /// Some checks are not counted: they were inconclusive, or a person has to decide.
  bool is_open = false;

  Score& operator+=(const Score& other);
};

/// The names of each lesson's checks.
using ChecksOfLessons = std::map<std::string, std::vector<std::string>>;

/// All of a class.
struct GradedClass {
  std::vector<GradedAnswer> answers;  ///< by student, then by lesson
  ChecksOfLessons checks;
  Points points;
  std::uint64_t seed = 0;

  std::vector<std::string> students() const;
  std::vector<std::string> lessons() const;
  /// One student's answers, by lesson.
  std::vector<GradedAnswer> answers_of(const std::string& student) const;
  Score score_of(const GradedAnswer& answer) const;
  Score score_of(const std::string& student) const;
};

/// The word that a table shows of an answer: "passed", "wrong", "missing", ...
std::string word_for(const GradedAnswer& answer);

/// "7 of 9 points", "0.5 of 1 point".
std::string text_of(const Score& score);

/// 2, 0.5, 1.25: no more digits than it needs.
std::string number_text(double number);

}  // namespace workbook

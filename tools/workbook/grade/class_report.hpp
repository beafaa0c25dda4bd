// tools/workbook/grade/class_report.hpp: the class at one look: who has how many points, how each lesson went, which
// mistakes were common, which answers are alike, what a person has to decide.
#pragma once

#include "grade/graded.hpp"
#include "grade/similarity.hpp"

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// Answers to one lesson that are alike; the numbers in a pair are indices into `students`.
struct SimilarAnswers {
  std::vector<std::string> students;
  std::vector<SimilarPair> pairs;
};

/// By lesson.
using SimilarInClass = std::map<std::string, SimilarAnswers>;

/// How often a check said the same kind of thing: its name, the answers that failed it, the most common first.
struct CommonMistake {
  std::string lesson;
  std::string check;
  std::string example;  ///< the first line of one message
  std::vector<std::string> students;
};
std::vector<CommonMistake> common_mistakes(const GradedClass& graded);

/// How many answers have each tenth of a lesson's points: [0] none to below 10 %, ... [9] 90 % and more; [10] all.
std::vector<int> distribution_of(const GradedClass& graded, const std::string& lesson);

/// One page that needs nothing else.
/// @param folders      where each student's pages stand, relative to this one
/// @param passed_over  what in the folder of submissions was none
std::string class_page(const GradedClass& graded, const SimilarInClass& similar,
                       const std::map<std::string, std::string>& folders, const std::vector<std::string>& passed_over);

}  // namespace workbook

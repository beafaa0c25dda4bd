// tools/workbook/grade/told.hpp: what the reports say of an answer, in parts that each of them lays out in its own way.
#pragma once

#include "grade/graded.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A check, or what stands in the place of checks where none ran.
struct ToldCheck {
  std::string name;
  std::string verdict;  ///< the word
  std::string remark;   ///< "proved: 14 schedules"
  std::string message;  ///< lines as a terminal shows them; empty where passed
  bool passed = false;
};

/// All that is told of one answer.
std::vector<ToldCheck> told_of(const GradedAnswer& answer);

/// What a person has to know besides: why it is withheld, what is run again. Empty where there is nothing.
std::string note_on(const GradedAnswer& answer, const Score& score);

}  // namespace workbook

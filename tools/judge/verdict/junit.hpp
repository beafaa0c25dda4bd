// tools/judge/verdict/junit.hpp: verdicts in the XML that continuous integration reads as JUnit's.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace judge {

/// A suite for each lesson, a case for each check: wrong is a failure, not done is skipped, inconclusive and a fault of
/// the workbook's own are errors. What XML can't hold, such as control characters and bytes that are no UTF-8, is
/// replaced.
std::string as_junit(const std::vector<LessonVerdict>& lessons);

}  // namespace judge

// tools/workbook/grade/gradescope.hpp: one student's results in the form that Gradescope's autograder reads.
#pragma once

#include "grade/graded.hpp"

#include <string>

namespace workbook {

/// The text of results.json: a test for each check, with its points and its message as plain text.
std::string gradescope_results(const GradedClass& graded, const std::string& student);

/// What stands there until the grader has finished: a fault of ours costs no student a point, and is not silent.
std::string gradescope_not_finished();

}  // namespace workbook

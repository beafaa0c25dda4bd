// tools/workbook/grade/annotations.hpp: verdicts as GitHub shows them beside the lines of a change, and above them.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Workflow commands, one to a line, to be printed by a step: ::error file=...,line=...,title=...::message
std::string github_annotations(const std::vector<judge::LessonVerdict>& lessons);

/// Markdown for the summary of a step: a table of lessons and verdicts.
std::string github_summary(const std::vector<judge::LessonVerdict>& lessons);

}  // namespace workbook

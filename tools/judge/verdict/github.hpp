// tools/judge/verdict/github.hpp: verdicts as GitHub shows them beside the lines of a change, and above them.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace judge {

/// Workflow commands, one to a line, to be printed by a step: ::error file=...,line=...,title=...::message
/// What a student's program said begins none of its own.
std::string github_annotations(const std::vector<LessonVerdict>& lessons);

/// Markdown for the summary of a step: a table of lessons and verdicts.
std::string github_summary(const std::vector<LessonVerdict>& lessons);

}  // namespace judge

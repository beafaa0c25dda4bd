// tools/judge/verdict/json.hpp: verdicts for other programs. docs/verdict.md describes the document.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace judge {

/// Of the document. It grows when a key is taken away or changes its meaning, not when one is added.
inline constexpr int kVerdictVersion = 1;

/// The whole document, indented, without a newline at its end. Bytes that are no UTF-8 are replaced.
std::string document_of(const std::vector<LessonVerdict>& lessons);

/// One lesson's part of it.
std::string as_json(const LessonVerdict& lesson);

/// The other direction.
/// @throws std::runtime_error  where the text is not what as_json() writes
LessonVerdict lesson_verdict_from(const std::string& text);

}  // namespace judge

// tools/workbook/grade/answer_record.hpp: a graded answer as a file, from which a run goes on after it was broken off.
#pragma once

#include "grade/graded.hpp"

#include <optional>
#include <string>

namespace workbook {

/// Of the file. It grows when a key is taken away or changes its meaning, not when one is added.
inline constexpr int kAnswerVersion = 1;

/// @param made_from  names all that the verdict depends on: the answer's text, the seed, the rung
std::string record_of(const GradedAnswer& answer, const std::string& made_from);

/// Nothing where the text is no record, or one that was made from something else.
std::optional<GradedAnswer> answer_in(const std::string& record, const std::string& made_from);

}  // namespace workbook

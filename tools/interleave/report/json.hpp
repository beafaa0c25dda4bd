// tools/interleave/report/json.hpp: a story for other programs. docs/interleave.md describes it.
#pragma once

#include "interleave/report/story.hpp"

#include <string>

namespace interleave {

/// Of the JSON. It grows when a key is taken away or changes its meaning, not when one is added.
inline constexpr int kJsonVersion = 1;

/// The story as JSON, indented, without a newline at its end. Bytes of the program's output that are no UTF-8 are
/// replaced.
std::string as_json(const Story& story);

}  // namespace interleave

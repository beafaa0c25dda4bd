// tools/interleave/report/screen.hpp: one picture of the stepper: the source beside the threads, and the variables.
#pragma once

#include "interleave/report/story.hpp"
#include "interleave/report/text.hpp"

#include <string>
#include <vector>

namespace interleave {

/// What the terminal shows when `at` steps have been taken: exactly `height` lines of at most look.width columns.
/// @param at      0: before the first step; at most story.moments.size()
/// @param height  lines, >= 10
std::vector<std::string> screen(const Story& story, const Sources& sources, std::size_t at, int height,
                                const Look& look);

}  // namespace interleave

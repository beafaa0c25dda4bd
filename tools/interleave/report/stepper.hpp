// tools/interleave/report/stepper.hpp: walks through a schedule in the terminal, key by key, forwards and backwards.
#pragma once

#include "interleave/report/story.hpp"
#include "interleave/report/text.hpp"

namespace interleave {

/// Shows the story step by step until q is pressed. The terminal is restored at the end, also when a signal ends us.
/// @return  false where standard input or output is no terminal; nothing was shown then
bool step_through(const Story& story, const Sources& sources, const Look& look);

}  // namespace interleave

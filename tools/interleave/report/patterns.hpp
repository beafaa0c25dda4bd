// tools/interleave/report/patterns.hpp: what students know by name, found in a schedule.
#pragma once

#include "interleave/report/story.hpp"

#include <string>

namespace interleave {

/// A lost update, told: "T1 reads total = 0 (step 4), T2 writes 1 (step 7), T1 writes 1 over it (step 9)". Empty where
/// the schedule shows none.
std::string lost_update(const Story& story);

}  // namespace interleave

// tools/interleave/report/brief.hpp: a schedule in one sentence, where there is no room for its table.
#pragma once

#include "interleave/report/story.hpp"

#include <string>
#include <vector>

namespace interleave {

/// The moments that decide what comes out: those at variables and locks that at least two of the started threads use.
/// main's are left out; it starts the others and waits for them. Where these are too many, those at variables alone.
std::vector<Moment> telling_moments(const Story& story);

/// "T1 reads sum = 0, T2 reads sum = 0, T1 writes sum: 0 -> 1, T2 writes sum: 0 -> 2"; the last `most` of them.
/// Empty where no moment tells anything.
std::string brief(const std::vector<Moment>& moments, std::size_t most = 10);

}  // namespace interleave

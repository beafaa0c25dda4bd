// tools/jail/limits.hpp: the limits that the kernel keeps by itself.
#pragma once

#include "jail/job.hpp"

namespace jail {

/// Puts the calling process, and all that it starts, under these limits, all but the wall clock's.
/// @param has_own_uid  whether its user runs nothing else, so that the kernel's count of that user's processes begins
/// at
///                     this one; else those that run already are not counted in, as well as this can be known
void enter_limits(const Limits& limits, bool has_own_uid);

}  // namespace jail

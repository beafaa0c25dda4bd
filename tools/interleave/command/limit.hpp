// tools/interleave/command/limit.hpp: limits of what a program may use, for between fork and exec.
#pragma once

#include <sys/resource.h>

#include <algorithm>

namespace interleave {

/// Lets this process, and what it starts, have at most `most` of the resource, and never more than it could have
/// before.
inline void limit(__rlimit_resource resource, rlim_t most) {
  rlimit before{};
  getrlimit(resource, &before);
  const rlim_t bounded = std::min(most, before.rlim_max);
  const rlimit now{bounded, bounded};
  setrlimit(resource, &now);
}

}  // namespace interleave

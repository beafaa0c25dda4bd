// tools/interleave/runtime/externals.hpp: which functions of libraries a program calls that the explorer knows nothing
// of.
#pragma once

#include <string>
#include <vector>

namespace interleave {

/// Names of functions that the program takes from libraries, and that are neither modelled here nor known to leave
/// other threads alone. A search that meets one proves nothing.
std::vector<std::string> unknown_externals();

}  // namespace interleave

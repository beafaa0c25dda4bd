// tools/jail/inside.hpp: process number 1 of a jail that has process numbers of its own.
#pragma once

#include "jail/job.hpp"

namespace jail {

/// Starts the program, reaps whoever is orphaned, and tells the half outside how the program ended and how many
/// processes it left behind. Ends everybody else in here before that.
/// @param control  the descriptor of the other half
/// @return         the process's exit code, which nobody looks at
int run_inside(const Job& job, int control);

}  // namespace jail

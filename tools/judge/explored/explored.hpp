// tools/judge/explored/explored.hpp: the main() of an explored subject: an exercise and a few small scenarios, compiled
// for the explorer, which runs them in every order of their threads' steps.
#pragma once

#include "judge/scenario.hpp"

#include <vector>

namespace judge {

/// Runs the scenario that the command line names: PROGRAM SCENARIO [NAME=VALUE ...]. What it tells goes to the explorer
/// as this order's outcome, or to standard output where the program was started without the explorer.
/// An exception that leaves the scenario leaves this function, too: the explorer knows what to say of it.
/// @return  the program's exit code: 0, or 2 where the command line is not understood
int run_explored(int argc, char** argv, const std::vector<Scenario>& scenarios);

}  // namespace judge

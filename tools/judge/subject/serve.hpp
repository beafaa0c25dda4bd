// tools/judge/subject/serve.hpp: the subject's main loop. A subject is an exercise and its scenarios in one program.
// Here a scenario runs once, on real threads.
#pragma once

#include "judge/scenario.hpp"

#include <vector>

namespace judge {

/// Takes one question from the private descriptor, runs the scenario it names, sends the answer.
/// An exception that leaves the scenario becomes the fact "uncaught". Call it from main() and return its value.
/// @return  the program's exit code: 0, or 2 where it was not started by a judge
int serve(const std::vector<Scenario>& scenarios);

/// Two lists of scenarios as one.
std::vector<Scenario> operator+(std::vector<Scenario> first, std::vector<Scenario> second);

}  // namespace judge

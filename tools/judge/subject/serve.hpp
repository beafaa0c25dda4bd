// tools/judge/subject/serve.hpp: the subject's main loop. A subject is an exercise and its scenarios in one program.
// A scenario is an ordinary function, so that it can be run once on real threads, or by a tool under many schedules.
#pragma once

#include "judge/protocol.hpp"

#include <functional>
#include <string>
#include <vector>

namespace judge {

/// One small use of the student's code. It reads what the judge asked, and reports facts; it judges nothing, for it
/// knows no expected value.
struct Scenario {
  std::string name;
  std::function<void(const Facts& asked, Facts& told)> run;
};

/// Takes one question from the private descriptor, runs the scenario it names, sends the answer.
/// An exception that leaves the scenario becomes the fact "uncaught". Call it from main() and return its value.
/// @return  the program's exit code: 0, or 2 where it was not started by a judge
int serve(const std::vector<Scenario>& scenarios);

}  // namespace judge

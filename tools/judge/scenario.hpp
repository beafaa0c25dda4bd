// tools/judge/scenario.hpp: what a subject can be asked to do. A scenario is an ordinary function, so it can be run
// once on real threads (subject/serve.hpp), or in every order of its threads' steps (explored/explored.hpp).
#pragma once

#include "judge/protocol.hpp"

#include <functional>
#include <string>

namespace judge {

/// One small use of the student's code. It reads what the judge asked, and reports facts; it judges nothing, for it
/// knows no expected value.
struct Scenario {
  std::string name;
  std::function<void(const Facts& asked, Facts& told)> run;
};

}  // namespace judge

// tools/judge/parent/suspects.hpp: the usual mistakes in an integral, each with the number that it leads to.
// A wrong result that equals one of them names its own cause.
#pragma once

#include <string>

namespace judge {

struct Integrator;
struct KnownIntegral;

/// The mistake that a wrong result points to.
struct Suspect {
  std::string why;
  std::string to_try;
};

/// The mistake that gives `got` for this call; where none does, what can be said of any wrong result.
Suspect likeliest_suspect(const Integrator& integrator, const KnownIntegral& call, double got);

}  // namespace judge

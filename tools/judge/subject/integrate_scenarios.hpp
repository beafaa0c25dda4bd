// tools/judge/subject/integrate_scenarios.hpp: the scenarios that every lesson's integrate() goes through.
// They report what f saw; what it should have seen only the judge knows. Compiled once, and not around each exercise:
// that keeps the time short between a student's edit and the verdict.
#pragma once

#include "judge/protocol.hpp"
#include "judge/scenario.hpp"
#include "judge/subject/serve.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace judge {

/// What integrate() is called with, as the judge asked it.
struct Call {
  explicit Call(const Facts& asked);

  /// The integrand.
  double f(double x) const;

  double a;
  double b;
  std::int64_t strips;
  int workers;
  std::vector<double> coefficients;
};

/// The one type of f in all scenarios.
using Function = std::function<double(double)>;

/// A lesson's integrate(), called with f and what else was asked.
using Integrate = double (*)(Function f, const Call& call);

/// Scenarios "value", "samples", "rendezvous" and "refused".
std::vector<Scenario> integrate_scenarios(Integrate integrate);

/// Reports what the ledger has counted of threads and locks.
void tell_threads(Facts& told);

}  // namespace judge

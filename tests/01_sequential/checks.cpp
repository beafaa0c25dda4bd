// tests/01_sequential/checks.cpp: what chapter 01 promises of integrate(f, a, b, strips).
#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace {

const judge::Integrator kIntegrator{.hole = "01.1", .has_workers = false};

double error_with(std::int64_t strips) {
  const judge::KnownIntegral call{.strips = strips};
  return std::abs(judge::answer_of("value", call.facts(), kIntegrator.hole).number("result") - call.exact());
}

TEST(Integrate, GivesOneThousandThirds) { judge::check_known_value(kIntegrator); }

TEST(Integrate, GivesTheRightValueForOtherFunctions) { judge::check_drawn_values(kIntegrator); }

TEST(Integrate, ChangesItsSignWithTheDirection) { judge::check_direction(kIntegrator); }

TEST(Integrate, CallsTheFunctionOnceAtEachMidpoint) { judge::check_samples(kIntegrator); }

// Each strip's error goes with the cube of its width, and there are twice as many strips: 2^3 / 2 = 4.
TEST(Integrate, ErrorFallsFourfoldWhenStripsDouble) {
  const double coarse = error_with(100);
  const double fine = error_with(200);
  if (coarse > 3.99 * fine && coarse < 4.01 * fine) return;
  std::ostringstream text;
  text << "the error is " << coarse << " with 100 strips and " << fine << " with 200, wanted a fourth of it";
  judge::wrong({kIntegrator.hole, text.str(), "twice the strips leave a fourth of the midpoint rule's error",
                "sample each strip in its middle"});
}

TEST(Integrate, IsExactForStraightLines) {
  const judge::KnownIntegral line{.a = -3, .b = 5, .strips = 3, .coefficients = {7, -2}};
  const double got = judge::answer_of("value", line.facts(), kIntegrator.hole).number("result");
  if (std::abs(got - line.exact()) <= 1e-12 * std::abs(line.exact())) return;
  std::ostringstream text;
  text.precision(15);
  text << judge::describe(kIntegrator, line) << " is " << got << ", wanted " << line.exact() << " but for rounding";
  judge::wrong({kIntegrator.hole, text.str(), "a straight line lies as far above its middle as below it",
                "sample each strip in its middle; compute in double, and divide by the strips as a double"});
}

TEST(Integrate, RefusesImpossibleArguments) { judge::check_refusals(kIntegrator); }

}  // namespace

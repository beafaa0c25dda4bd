// tests/02_threads/checks.cpp: what chapter 02 promises of integrate(f, a, b, strips, workers).
#include "judge/parent/integrate_checks.hpp"

#include <gtest/gtest.h>

namespace {

// Mistakes in the arithmetic come first: while each thread runs alone, they show the same way every time.
const judge::Integrator kIntegrator{.hole = "02.1", .start = judge::Start::early};

TEST(Integrate, GivesOneThousandThirds) { judge::check_known_value(kIntegrator); }

TEST(Integrate, GivesTheRightValueForOtherFunctions) { judge::check_drawn_values(kIntegrator); }

TEST(Integrate, ChangesItsSignWithTheDirection) { judge::check_direction(kIntegrator); }

TEST(Integrate, CopesWithMoreWorkersThanStrips) { judge::check_more_workers_than_strips(kIntegrator); }

TEST(Integrate, CallsTheFunctionOnceAtEachMidpoint) { judge::check_samples(kIntegrator); }

TEST(Integrate, LeavesNoThreadBehind) { judge::check_nothing_left(kIntegrator); }

TEST(Integrate, IsRightWhenThreadsStartLate) { judge::check_late_starts(kIntegrator); }

TEST(Integrate, HasAllWorkersAtWorkAtOnce) { judge::check_workers_at_once(kIntegrator); }

TEST(Integrate, IsRightWhenThreadsRunFreely) { judge::check_free_runs(kIntegrator); }

TEST(Integrate, RefusesImpossibleArguments) { judge::check_refusals(kIntegrator); }

}  // namespace

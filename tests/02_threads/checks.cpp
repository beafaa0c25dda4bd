// tests/02_threads/checks.cpp: what chapter 02 promises of integrate(f, a, b, strips, workers).
#include "judge/parent/integrate_checks.hpp"
#include "judge/parent/schedules.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>

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

// What follows holds in every order of the threads' steps, however seldom a machine would take them in that order.
// The integral of x over [0, 4]: strip i of two adds 2, then 6.
void check_orders(int strips, int workers) {
  judge::Facts asked;
  asked.set("b", 4);
  asked.set("strips", strips);
  asked.set("workers", workers);
  const std::string story =
      "integrate() of x over [0, 4], " + std::to_string(strips) + " strips, " + std::to_string(workers) + " workers";
  judge::check_every_schedule({"integrate", asked, "02.1", story},
                              [](const judge::Facts& told) -> std::optional<judge::Finding> {
                                if (told.number("result") == 8) return std::nullopt;
                                std::ostringstream what;
                                what << "the integral is " << told.number("result") << ", wanted 8";
                                return judge::Finding{"", what.str(), "",
                                                      "let each thread write to a place of its own, and add these up "
                                                      "when all threads are joined"};
                              });
}

TEST(Schedules, LosesNoUpdateOfTheTotal) { check_orders(2, 2); }

}  // namespace

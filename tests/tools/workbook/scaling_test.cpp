// tests/tools/workbook/scaling_test.cpp: what follows from times against workers, on times whose answer is known.
#include "scale/scaling.hpp"

#include "machine/processors.hpp"
#include "scale/measure.hpp"
#include "scale/plot.hpp"
#include "scale/report.hpp"
#include "scale/svg.hpp"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace workbook {
namespace {

// Times exactly as Amdahl's law has them.
RoundsByWorkers by_the_law(double serial, int most, std::size_t rounds = 3) {
  RoundsByWorkers times;
  for (int k = 1; k <= most; ++k) times[k] = std::vector<double>(rounds, 0.08 / amdahl_speed_up(serial, k));
  return times;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(FitAmdahl, RecoversTheFractionOfExactTimes) {
  for (const double serial : {0.0, 0.01, 0.25, 0.9, 1.0}) {
    const auto fit = fit_amdahl(by_the_law(serial, 16), 16);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->serial, serial, 1e-12);
    EXPECT_NEAR(fit->residual, 0, 1e-12);
    EXPECT_EQ(fit->points, 15);
    EXPECT_NEAR(fit->low, serial, 1e-12);
    EXPECT_NEAR(fit->high, serial, 1e-12);
  }
}

TEST(FitAmdahl, FindsTheFractionThroughNoise) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 source(seed);
  std::uniform_real_distribution<double> slower(1, 1.02);
  RoundsByWorkers times = by_the_law(0.1, 8, 9);
  for (auto& [workers, rounds] : times) {
    for (double& time : rounds) time *= slower(source);
  }
  const auto fit = fit_amdahl(times, 8);
  ASSERT_TRUE(fit);
  // A time that is off by 2 % moves a point by 0.02 at most, and the fit is a mean of its points.
  EXPECT_NEAR(fit->serial, 0.1, 0.06);
  EXPECT_LE(fit->residual, 0.04);
  EXPECT_LE(fit->low, fit->high);
}

TEST(FitAmdahl, LeavesOutWorkersWithoutAProcessor) {
  RoundsByWorkers times = by_the_law(0.1, 8);
  for (int k = 5; k <= 8; ++k) times[k] = times[4];
  const auto fit = fit_amdahl(times, 4);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->points, 3);
  EXPECT_NEAR(fit->serial, 0.1, 1e-12);
}

TEST(FitAmdahl, ShowsWhatTheLawMisses) {
  RoundsByWorkers times = by_the_law(0, 4);
  times[4] = times[2];
  const auto fit = fit_amdahl(times, 4);
  ASSERT_TRUE(fit);
  EXPECT_GT(fit->residual, 0.02);
}

TEST(FitAmdahl, FitsOnePointWithoutAResidual) {
  const auto fit = fit_amdahl({{1, {0.100}}, {2, {0.055}}}, 2);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->points, 1);
  EXPECT_NEAR(fit->serial, 0.1, 1e-12);
  EXPECT_EQ(fit->residual, 0);
}

TEST(FitAmdahl, IsBelowZeroWhereTheSpeedUpExceedsTheWorkers) {
  const auto fit = fit_amdahl({{1, {0.1}}, {2, {0.04}}, {4, {0.02}}}, 4);
  ASSERT_TRUE(fit);
  EXPECT_LT(fit->serial, 0);
}

TEST(FitAmdahl, SaysNothingWithoutPoints) {
  EXPECT_FALSE(fit_amdahl({}, 4));
  EXPECT_FALSE(fit_amdahl({{1, {0.1}}}, 4));
  EXPECT_FALSE(fit_amdahl({{2, {0.1}}}, 4));
  EXPECT_FALSE(fit_amdahl({{1, {0.1}}, {2, {0.1}}}, 1));
}

TEST(FitAmdahl, UsesTheRoundThatCtrlCLeftHalfDone) {
  const auto fit = fit_amdahl({{1, {0.1, 0.1}}, {2, {0.05, 0.06}}, {3, {0.04}}}, 3);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->points, 2);
}

TEST(BestWorkers, AreTheFastestWhereTheSpreadIsSmall) {
  const BestWorkers best = best_workers({{1, {0.10, 0.11}}, {2, {0.06, 0.061}}, {4, {0.05, 0.051}}});
  EXPECT_EQ(best.workers, 4);
  EXPECT_EQ(best.fastest, 4);
}

TEST(BestWorkers, AreTheFewestOfThoseWithinTheSpread) {
  const BestWorkers best = best_workers({{1, {0.10, 0.11}}, {2, {0.0510, 0.06}}, {4, {0.0500, 0.0520}}});
  EXPECT_EQ(best.workers, 2);
  EXPECT_EQ(best.fastest, 4);
}

TEST(WorkerCounts, AreAllWhereThereAreFew) {
  EXPECT_EQ(worker_counts(1, 4), (std::vector<int>{1}));
  EXPECT_EQ(worker_counts(4, 2), (std::vector<int>{1, 2, 3, 4}));
}

TEST(WorkerCounts, AreTwoInEachDoublingWhereThereAreMany) {
  EXPECT_EQ(worker_counts(100, 20), (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64, 96, 100}));
}

TEST(Report, SaysWhenNoSerialFractionCanBeTold) {
  EXPECT_TRUE(contains(serial_fraction_text({"x", 1, 1, 0.1, by_the_law(0.1, 2)}), "one processor"));
  EXPECT_TRUE(contains(serial_fraction_text({"x", 1, 4, 0.1, by_the_law(0.1, 1)}), "2 to 4"));
  EXPECT_TRUE(contains(serial_fraction_text({"x", 1, 2, 0.1, {{1, {0.1}}, {2, {0.04}}}}), "more than k times"));
  EXPECT_TRUE(contains(serial_fraction_text({"x", 1, 2, 0.1, {{1, {0.1}}, {2, {0.2}}}}), "take longer"));
  EXPECT_TRUE(contains(serial_fraction_text({"x", 1, 2, 0.1, {{1, {0.1, 0.1, 0.1}}, {2, {0.049, 0.052, 0.053}}}}),
                       "can't be told from 0"));
}

TEST(Report, StatesTheFractionItsSpreadAndTheResidual) {
  const std::string text = serial_fraction_text({"x", 1, 4, 0.1, by_the_law(0.25, 4)});
  EXPECT_TRUE(contains(text, "Half of the rounds: 25.0 % to 25.0 %; residual 0.0 % of 1 worker's time, 3 points"))
      << text;
  EXPECT_TRUE(contains(text, "25.0 %, so at most 4.0 times")) << text;
  const std::string one_point = serial_fraction_text({"x", 1, 2, 0.1, by_the_law(0.25, 2)});
  EXPECT_TRUE(contains(one_point, "no residual")) << one_point;
}

TEST(Report, ComparesWithOneWorkerAndWithTheLoop) {
  EXPECT_EQ(scaling_table({"x", 1, 2, 0.09, {{1, {0.1}}, {2, {0.05, 0.05, 0.06}}}}),
            "workers  best round  median  times 1 worker  times the loop  efficiency\n"
            "1         100.00 ms  +0.0 %            1.00            0.90       100 %\n"
            "2          50.00 ms  +0.0 %            2.00            1.80       100 %\n");
}

TEST(Plot, MarksWhatWasMeasuredTheLawAndTheIdeal) {
  EXPECT_EQ(speed_up_plot({"x", 1, 4, 0.1, by_the_law(0.25, 4)}, 46, 10),
            " 3.4 |                            ........\n"
            "     |                     .......\n"
            " 2.3 |             ........     o------------o\n"
            "     |      ...----o------------\n"
            " 1.1 |o--------\n"
            "     |\n"
            " 0.0 |\n"
            "     +----------------------------------------\n"
            "      1            2            3            4\n"
            "      workers; up: speed-up (times 1 worker)   o measured  - Amdahl  . ideal\n");
}

TEST(Plot, NeedsTwoNumbersOfWorkers) { EXPECT_EQ(speed_up_plot({"x", 1, 4, 0.1, by_the_law(0.25, 1)}, 46, 10), ""); }

TEST(Plot, DrawsNoLawThatExplainsNothing) {
  const Scaling slower{"x", 1, 2, 0.1, {{1, {0.1}}, {2, {0.2}}}};
  EXPECT_FALSE(contains(speed_up_plot(slower, 46, 10), "Amdahl"));
  EXPECT_FALSE(contains(gnuplot_script(slower, "x.svg"), "Amdahl"));
}

TEST(Plot, GivesGnuplotEachPointWithItsSpread) {
  const std::string script = gnuplot_script({"x", 1, 2, 0.1, {{1, {0.1, 0.2, 0.1}}, {2, {0.05, 0.1, 0.1}}}}, "x.svg");
  EXPECT_TRUE(contains(script, "\n1 1 1\n2 2 1\nEND\n")) << script;
  EXPECT_TRUE(contains(script, "Amdahl")) << script;
}

TEST(Reported, IsReadFromWhatALessonsProgramPrints) {
  const Reported run = reported_in(
      "integral of x*x over [0, 10]: 100000000 strips, 2 workers\n"
      "  result    333.333333333333\n  exact     333.333333333333\n  error     5.7e-14\n  time      44.06 ms\n"
      "  speed-up  1.97 times the sequential loop, which took 86.93 ms\n");
  EXPECT_DOUBLE_EQ(run.time, 0.04406);
  EXPECT_DOUBLE_EQ(run.sequential, 0.08693);
  EXPECT_DOUBLE_EQ(run.error, 5.7e-14);
  EXPECT_THROW(reported_in("  time      44.06 ms\n"), std::runtime_error);
}

TEST(Processors, AreBoundByTheAffinityMaskAndByTheControlGroup) {
  EXPECT_EQ((Processors{8, 4, std::nullopt}.usable()), 4);
  EXPECT_EQ((Processors{8, 4, 1.5}.usable()), 2);
  EXPECT_EQ((Processors{8, 4, 0.1}.usable()), 1);
  EXPECT_EQ((Processors{8, 4, 16}.usable()), 4);
  EXPECT_EQ(quota_in("150000 100000"), 1.5);
  EXPECT_EQ(quota_in("max 100000"), std::nullopt);
  EXPECT_EQ(quota_in(""), std::nullopt);
}

}  // namespace
}  // namespace workbook

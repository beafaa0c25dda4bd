// tests/common/program_test.cpp: what every lesson's program knows about its problem.
#include <workbook/program.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace {

TEST(Program, KnowsTheExactIntegral) {
  EXPECT_DOUBLE_EQ(workbook::exact_integral(0, 10), 1000.0 / 3);
  EXPECT_DOUBLE_EQ(workbook::exact_integral(10, 0), -1000.0 / 3);
  EXPECT_DOUBLE_EQ(workbook::exact_integral(-1, 1), 2.0 / 3);
  EXPECT_EQ(workbook::exact_integral(4, 4), 0);
}

TEST(Program, UsesNoMoreWorkersThanItAllows) {
  EXPECT_GE(workbook::default_workers(), 1);
  EXPECT_LE(workbook::default_workers(), workbook::kMostWorkers);
}

TEST(Timer, KeepsTheBestOfEachKind) {
  int firsts = 0;
  int seconds = 0;
  const workbook::BestTimes best = workbook::best_times([&] { ++firsts; }, [&] { ++seconds; }, 5);
  EXPECT_EQ(firsts, seconds);
  EXPECT_GE(best.first.count(), 0);
  EXPECT_GE(best.second.count(), 0);
}

TEST(Timer, RunsAtLeastOnceWhateverTheBudget) {
  int runs = 0;
  workbook::best_times([] {}, [&] { ++runs; }, 100, workbook::Timer::Seconds(0));
  EXPECT_EQ(runs, 1);
}

}  // namespace

// tests/benchmarks/comparison_test.cpp: the arithmetic behind the closing tables.
#include "comparison.hpp"

#include "statistics/quantile.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace benchmarks {
namespace {

const TimesByCase kTimes = {
    {"ours", {2, 1, 4}},        // best 1
    {"steady", {3, 3, 3}},      // within the rounds 1.5, 3 and 0.75 times ours
    {"lucky once", {9, 2, 9}},  // best 2: faster than "steady" by its best round
};

Comparison against(std::vector<std::string> peers, Reading reading, std::optional<double> wanted,
                   std::optional<double> wanted_median = {}) {
  return {"ours", std::move(peers), reading, wanted, wanted_median};
}

TEST(Quantile, LiesBetweenTwoValuesInProportion) {
  EXPECT_DOUBLE_EQ(workbook::quantile({7}, 0.5), 7);
  EXPECT_DOUBLE_EQ(workbook::quantile({3, 1, 2}, 0.5), 2);
  EXPECT_DOUBLE_EQ(workbook::quantile({1, 2}, 0.5), 1.5);
  EXPECT_DOUBLE_EQ(workbook::quantile({5, 1, 3, 2, 4}, 0.25), 2);
  EXPECT_DOUBLE_EQ(workbook::quantile({5, 1, 3, 2, 4}, 1), 5);
}

TEST(Evaluate, DividesBestByBestAndTakesTheMedianOfTheRounds) {
  const Ratio ratio = evaluate(against({"steady"}, Reading::speed, std::nullopt), kTimes);
  EXPECT_DOUBLE_EQ(ratio.best, 3);
  EXPECT_DOUBLE_EQ(ratio.median, 1.5);
  EXPECT_DOUBLE_EQ(ratio.low, 1.125);
  EXPECT_DOUBLE_EQ(ratio.high, 2.25);
}

TEST(Evaluate, TurnsTheRatioAroundForACost) {
  const Ratio ratio = evaluate(against({"steady"}, Reading::cost, std::nullopt), kTimes);
  EXPECT_DOUBLE_EQ(ratio.best, 1.0 / 3);
  EXPECT_DOUBLE_EQ(ratio.median, 2.0 / 3);
}

TEST(Evaluate, ComparesTheFastestPeer) {
  EXPECT_EQ(evaluate(against({"steady", "lucky once"}, Reading::speed, std::nullopt), kTimes).peer, "lucky once");
}

TEST(Evaluate, IsReachedWhereNothingIsWanted) {
  EXPECT_TRUE(evaluate(against({"steady"}, Reading::speed, std::nullopt), kTimes).reached);
}

TEST(Evaluate, NeedsASpeedOfAtLeastWhatIsWanted) {
  EXPECT_TRUE(evaluate(against({"steady"}, Reading::speed, 3), kTimes).reached);
  EXPECT_FALSE(evaluate(against({"steady"}, Reading::speed, 3.01), kTimes).reached);
}

TEST(Evaluate, NeedsACostOfAtMostWhatIsWanted) {
  EXPECT_TRUE(evaluate(against({"steady"}, Reading::cost, 0.34), kTimes).reached);
  EXPECT_FALSE(evaluate(against({"steady"}, Reading::cost, 0.33), kTimes).reached);
}

TEST(Evaluate, NeedsTheMedianWhereOneIsWanted) {
  EXPECT_TRUE(evaluate(against({"steady"}, Reading::speed, 3, 1.5), kTimes).reached);
  EXPECT_FALSE(evaluate(against({"steady"}, Reading::speed, 3, 1.51), kTimes).reached);
}

TEST(Evaluate, RefusesACaseThatWasNotTimed) {
  EXPECT_THROW(evaluate(against({"nobody"}, Reading::speed, std::nullopt), kTimes), std::out_of_range);
}

}  // namespace
}  // namespace benchmarks

// tests/common/integrate_test.cpp: the kernel against integrals that are known exactly.
#include <workbook/integrate.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace {

using workbook::integrate;

constexpr double kExact = 1000.0 / 3;

double square(double x) { return x * x; }

TEST(Integrate, GivesOneThousandThirdsWithinTheRulesBound) {
  for (const std::int64_t strips : {1, 2, 3, 10, 1000, 1'000'000}) {
    const auto n = static_cast<double>(strips);
    const double bound = 1000.0 / (24 * n * n) * 2;
    EXPECT_LE(std::abs(integrate(square, 0, 10, strips) - kExact), bound * (1 + 1e-6) + 1e-11) << strips << " strips";
  }
}

TEST(Integrate, KeepsRoundingSmallOverManyStrips) {
  // The rule's own error is 1000/(24 N^2) * 2 = 8e-13 here; adding 10^7 terms one by one would cost ten times that.
  EXPECT_LE(std::abs(integrate(square, 0, 10, 10'000'000) - kExact), 1.2e-12);
}

TEST(Integrate, NegatesWhenTheBoundsAreSwapped) {
  EXPECT_DOUBLE_EQ(integrate(square, 10, 0, 1000), -integrate(square, 0, 10, 1000));
}

TEST(Integrate, GivesZeroOverNothing) { EXPECT_EQ(integrate(square, 4, 4, 1000), 0); }

TEST(Integrate, AgreesWithTheSine) {
  EXPECT_NEAR(integrate([](double x) { return std::sin(x); }, 0, std::numbers::pi, 100'000), 2, 1e-9);
}

TEST(Integrate, CallsTheFunctionOnceAtEachMidpointFromLeftToRight) {
  std::vector<double> seen;
  integrate([&](double x) { return seen.push_back(x), 1.0; }, 0, 1000, 1000);
  ASSERT_EQ(seen.size(), 1000U);
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_DOUBLE_EQ(seen[i], static_cast<double>(i) + 0.5);
}

TEST(Integrate, PartsOfChunksAddUp) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 source(seed);
  for (int round = 0; round < 50; ++round) {
    const auto strips = std::uniform_int_distribution<std::int64_t>(1, 5000)(source);
    const int workers = std::uniform_int_distribution<int>(1, 9)(source);
    double sum = 0;
    for (int i = 0; i < workers; ++i) {
      sum += workbook::integrate_chunk(square, -3, 8, strips, workbook::chunk_of(strips, workers, i));
    }
    EXPECT_NEAR(sum, integrate(square, -3, 8, strips), 1e-10) << strips << " strips, " << workers << " workers";
  }
}

TEST(Integrate, RefusesWhatItCannotIntegrate) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_THROW(integrate(square, 0, 10, 0), std::invalid_argument);
  EXPECT_THROW(integrate(square, kInfinity, 10, 5), std::invalid_argument);
  EXPECT_THROW(integrate(square, 0, std::nan(""), 5), std::invalid_argument);
  EXPECT_THROW(integrate(square, -1e308, 1e308, 5), std::invalid_argument);
}

TEST(Integrate, SaysWhatItGotAndWhatItWants) {
  try {
    integrate(square, 0, 10, 0);
    FAIL() << "0 strips were accepted";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "integrate: strips is 0, wanted >= 1");
  }
}

}  // namespace

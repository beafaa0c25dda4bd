// tests/tools/judge/suspects_test.cpp: a usual mistake is recognised by the number it leads to.
#include "judge/parent/suspects.hpp"
#include "judge/parent/integrate_checks.hpp"

#include <gtest/gtest.h>

namespace {

const judge::Integrator kIntegrator{.hole = "02.1"};
const judge::KnownIntegral kCall{.a = 1, .b = 4, .strips = 10, .workers = 4, .coefficients = {1, 2, 0.5}};

// f sampled at `offset` of a strip from its left end, strips `first` to `last` - 1.
double sum(double offset, int first, int last) {
  double total = 0;
  for (int i = first; i < last; ++i) total += kCall.f(1 + (i + offset) * 0.3) * 0.3;
  return total;
}

std::string why(double got) { return judge::likeliest_suspect(kIntegrator, kCall, got).why; }

TEST(Suspects, AreKnownByTheirValue) {
  EXPECT_NE(why(sum(0, 0, 10)).find("left rule"), std::string::npos);
  EXPECT_NE(why(sum(1, 0, 10)).find("right rule"), std::string::npos);
  EXPECT_NE(why(sum(0.5, 0, 11)).find("one strip too many"), std::string::npos);
  EXPECT_NE(why(sum(0.5, 0, 9)).find("the last strip is missing"), std::string::npos);
  EXPECT_NE(why(sum(0.5, 1, 10)).find("the first strip is missing"), std::string::npos);
  EXPECT_NE(why(sum(0.5, 0, 8)).find("left over"), std::string::npos);
  EXPECT_NE(why(-sum(0.5, 0, 10)).find("sign"), std::string::npos);
  EXPECT_NE(why(0).find("nothing was added up"), std::string::npos);
  EXPECT_NE(why(1000.0 / 3).find("another question"), std::string::npos);
}

TEST(Suspects, OfALostShareAreNotGuessed) {
  EXPECT_NE(why(kCall.exact() * 0.61).find("a part of the sum is missing"), std::string::npos);
  EXPECT_EQ(why(kCall.exact() * 3.7), "");
}

}  // namespace

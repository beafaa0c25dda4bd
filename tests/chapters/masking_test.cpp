// tests/chapters/masking_test.cpp: only what may vary is masked.
#include "masking.hpp"

#include <gtest/gtest.h>

namespace {

using chapters::masked;
using Lines = std::vector<std::string>;

TEST(Masking, HidesNumbersOnMarkedLinesOnly) {
  EXPECT_EQ(masked({"  result    333.33", "  time      4.1 ms"}, "time"), (Lines{"  result    333.33", " time # ms"}));
  EXPECT_EQ(masked({"time 4.1 ms"}, "time"), masked({"time  -12e-3 ms"}, "time"));
}

TEST(Masking, KeepsWordsOnMarkedLines) { EXPECT_NE(masked({"time 4.1 ms"}, "time"), masked({"time 4.1 s"}, "time")); }

TEST(Masking, TakesSeveralWordsOrAllLines) {
  EXPECT_EQ(masked({"a 1", "b 2", "c 3"}, "a, b"), (Lines{"a #", "b #", "c 3"}));
  EXPECT_EQ(masked({"a 1", "c 3"}, "*"), (Lines{"a #", "c #"}));
  EXPECT_EQ(masked({"a 1"}, ""), (Lines{"a 1"}));
}

}  // namespace

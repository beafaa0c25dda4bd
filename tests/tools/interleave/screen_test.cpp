// tests/tools/interleave/screen_test.cpp: the stepper's picture: it fits, and shows where each thread stands.
#include "made_up.hpp"

#include "interleave/report/screen.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace made_up;
using interleave::Look;

std::vector<std::string> picture(std::size_t at, int height = 24, Look look = {}) {
  static const interleave::Sources sources;
  return interleave::screen(story_of(fails("race") + lost_update()), sources, at, height, look);
}

bool shows(const std::vector<std::string>& lines, const std::string& text) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

TEST(Screen, FillsTheTerminalAndNoMore) {
  for (const int height : {10, 24, 50}) {
    for (const int width : {40, 80, 132}) {
      Look look;
      look.width = width;
      for (std::size_t at = 0; at <= 9; ++at) {
        const std::vector<std::string> lines = picture(at, height, look);
        EXPECT_EQ(lines.size(), static_cast<std::size_t>(height));
        for (const std::string& line : lines) EXPECT_LE(interleave::columns_of(line), width) << line;
      }
    }
  }
}

TEST(Screen, ShowsTheStepAndWhereEachThreadStands) {
  const std::vector<std::string> lines = picture(6);
  EXPECT_EQ(lines[0], "step 6 of 9   T2 reads total = 0");
  EXPECT_TRUE(shows(lines, "T1 T2 >     9    total += part;  // line 9"));
  EXPECT_TRUE(shows(lines, "  total = 0"));
}

TEST(Screen, MarksTheVariableThatChanges) {
  EXPECT_TRUE(shows(picture(7), "  total = 1   <- changed"));
  EXPECT_FALSE(shows(picture(8), "<- changed"));
}

TEST(Screen, ForgetsTheThreadThatHasEnded) { EXPECT_FALSE(shows(picture(9), "T2 >")); }

TEST(Screen, SaysWhatWentWrongAtTheEndOnly) {
  EXPECT_TRUE(shows(picture(9), "the end: race"));
  EXPECT_FALSE(shows(picture(8), "the end: race"));
}

TEST(Screen, HasNoColoursUnlessAsked) {
  EXPECT_FALSE(shows(picture(7), "\033"));
  Look look;
  look.colours = true;
  EXPECT_TRUE(shows(picture(7, 24, look), "\033[1m"));
}

}  // namespace

// tests/tools/workbook/map_test.cpp: the map of lessons tells every state in words, in every window.
#include "commands/map/layout.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace {

using workbook::Look;
using workbook::Standing;
using workbook::Stop;
using Lines = std::vector<std::string>;
using State = Standing::State;

Stop stop(const std::string& number, const std::string& title, State state, std::size_t filled = 0,
          const std::string& verdict = "") {
  Standing standing{state, {"1", "2", "3"}, {"1", "2", "3"}, verdict};
  standing.empty.resize(3 - filled);
  return {{number + "_topic", number, title, "An idea, which is told in full, however long that is; or in part."},
          standing,
          state == State::passed || state == State::changed};
}

std::vector<Stop> one_of_each() {
  return {stop("01", "Passes", State::passed, 3),         stop("02", "Other", State::changed, 3),
          stop("03", "Anew", State::changed, 1),          stop("04", "Half", State::begun, 1),
          stop("05", "Wrong", State::judged, 3, "wrong"), stop("06", "Later", State::not_begun)};
}

TEST(MapOfLessons, TellsEachStateInWords) {
  const Lines wanted{"A workbook of threads and processes: 3 of 6 lessons passed",
                     "",
                     "  x 01  Passes                                        passed",
                     "  ~ 02  Other                        changed since it passed",
                     "  ~ 03  Anew          passed before; now 1 of 3 holes filled",
                     "  > 04  Half                    in work: 1 of 3 holes filled",
                     "        An idea, which is told in full, however long ...",
                     "    05  Wrong                                 in work: wrong",
                     "    06  Later                                      not begun",
                     "",
                     "Next is lesson 04:",
                     "  ./workbook next",
                     "  ./workbook check 04     judges what you wrote",
                     "  ./workbook hint 04      one hint, and one more each time",
                     "  ./workbook --help       every command"};
  EXPECT_EQ(workbook::lines_of_map(one_of_each(), {false, false, 60, 20}), wanted);
}

TEST(MapOfLessons, ShowsAllIdeasWhereTheyHaveRoom) {
  const auto count = [](int height) { return workbook::lines_of_map(one_of_each(), {false, true, 80, height}).size(); };
  EXPECT_EQ(count(24), 20U);
  EXPECT_EQ(count(21), 20U) << "the prompt below has the last line";
  EXPECT_EQ(count(20), 15U);
  EXPECT_EQ(count(0), 20U) << "no window";
}

TEST(MapOfLessons, FitsEveryWindow) {
  static const std::regex colour("\033\\[[0-9;]*m");
  for (int width = 40; width <= 120; ++width) {
    for (const std::string& line : workbook::lines_of_map(one_of_each(), {true, true, width, 24})) {
      EXPECT_LE(workbook::columns_of(std::regex_replace(line, colour, "")), std::min(width, 100)) << line;
    }
  }
}

TEST(MapOfLessons, RepeatsStatesInMarksAndColours) {
  const Lines lines = workbook::lines_of_map(one_of_each(), {true, true, 60, 20});
  EXPECT_EQ(lines[2], "  ✓ 01  \033[32mPasses                                        passed\033[0m");
  EXPECT_TRUE(lines[5].starts_with("  ▸ 04  \033[1mHalf")) << lines[5];
}

TEST(MapOfLessons, SaysThatAllHavePassed) {
  const Lines lines = workbook::lines_of_map({stop("01", "Passes", State::passed, 3)}, {false, true, 80, 24});
  EXPECT_EQ(lines[0], "A workbook of threads and processes: 1 of 1 lessons passed");
  EXPECT_EQ(lines[5], "Every lesson has passed.");
}

}  // namespace

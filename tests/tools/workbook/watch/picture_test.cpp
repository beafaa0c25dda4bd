// tests/tools/workbook/watch/picture_test.cpp: what `watch` shows, from made-up states.
#include "watch/picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using workbook::Look;
using workbook::WatchState;

WatchState state_with(std::vector<std::string> lines) {
  WatchState state;
  state.lesson = "03_locks";
  state.file = "work/03_locks/exercise.hpp";
  state.lines = std::move(lines);
  return state;
}

WatchState wrong_state() {
  WatchState state = state_with({"03_locks: judging work/03_locks/exercise.hpp", "  ok            Total.IsZeroAtFirst",
                                 "  wrong         Total.KeepsEveryAddOfTwoThreads",
                                 "    03.1  Total lost an update: value() is 1, wanted 2",
                                 "      why     T1 reads sum_ = 0, T2 reads sum_ = 0, T1 writes 1, T2 writes 1",
                                 "03_locks: wrong (2 checks: 1 passed, 1 wrong, seed 1)"});
  state.verdict = workbook::ClosingLine{1, state.lines.back()};
  return state;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::vector<std::string> numbered(int count) {
  std::vector<std::string> lines;
  for (int i = 1; i <= count; ++i) lines.push_back("line " + std::to_string(i));
  return lines;
}

TEST(Picture, IsThisOne) {
  EXPECT_EQ(joined(picture(wrong_state(), {.width = 60, .height = 14})),
            "03_locks: wrong\n"
            "------------------------------------------------------------\n"
            "03_locks: judging work/03_locks/exercise.hpp\n"
            "  ok            Total.IsZeroAtFirst\n"
            "  wrong         Total.KeepsEveryAddOfTwoThreads\n"
            "    03.1  Total lost an update: value() is 1, wanted 2\n"
            "      why     T1 reads sum_ = 0, T2 reads sum_ = 0, T1\n"
            "              writes 1, T2 writes 1\n"
            "03_locks: wrong (2 checks: 1 passed, 1 wrong, seed 1)\n"
            "\n"
            "\n"
            "------------------------------------------------------------\n"
            "03_locks: wrong (2 checks: 1 passed, 1 wrong, seed 1)\n"
            "h n l s r c q   ? help\n");
}

TEST(Picture, FitsEveryWindow) {
  WatchState state = wrong_state();
  state.lines.push_back(std::string(300, 'x'));
  state.obstacle = "NFS does not report every save";
  for (const bool help : {false, true}) {
    state.help = help;
    for (int height = 4; height < 40; ++height) {
      for (const int width : {20, 33, 40, 80, 132}) {
        const std::vector<std::string> lines = picture(state, {.width = width, .height = height});
        EXPECT_EQ(static_cast<int>(lines.size()), height);
        for (const std::string& line : lines) EXPECT_LE(workbook::columns_of(line), width) << line;
      }
    }
  }
}

TEST(Picture, ShowsAnyPartOfALongText) {
  WatchState state = state_with(numbered(100));
  const Look window{.width = 80, .height = 24};
  EXPECT_EQ(room_for_text(state, window), 19);
  EXPECT_EQ(last_scroll(state, window), 81);
  for (const auto& [scroll, first] : {std::pair{0, 1}, std::pair{50, 51}, std::pair{81, 82}, std::pair{1000, 82}}) {
    state.scroll = scroll;
    const std::vector<std::string> lines = picture(state, window);
    EXPECT_EQ(lines[2], "line " + std::to_string(first));
    EXPECT_TRUE(lines[0].ends_with("lines " + std::to_string(first) + " to " + std::to_string(first + 18) + " of 100"));
  }
}

TEST(Picture, BeginsWithWhatIsWrongWhereThatIsFarDown) {
  WatchState state = state_with(numbered(50));
  state.lines[30] = "  wrong         Total.KeepsEveryAddOfTwoThreads";
  EXPECT_EQ(scroll_to_first_wrong(state, {.width = 80, .height = 24}), 30);
  EXPECT_EQ(scroll_to_first_wrong(state, {.width = 80, .height = 60}), 0);
  EXPECT_EQ(scroll_to_first_wrong(state_with(numbered(50)), {.width = 80, .height = 24}), 0);
}

TEST(Picture, SaysWhatRuns) {
  WatchState state = wrong_state();
  state.running = true;
  state.running_for = std::chrono::seconds(7);
  const Look window{.width = 80, .height = 24};
  EXPECT_EQ(picture(state, window)[0], "03_locks: checking, 7 s");
  state.task = "hint";
  EXPECT_EQ(picture(state, window)[0], "03_locks: hint, 7 s");
}

TEST(Picture, SaysWhyNobodyReportsAndWhatIsMissing) {
  WatchState state = state_with({});
  const Look window{.width = 80, .height = 24};
  EXPECT_NE(joined(picture(state, window)).find("each time you save work/03_locks/exercise.hpp"), std::string::npos);
  state.obstacle = "NFS does not report every save";
  state.file_is_there = false;
  const std::string text = joined(picture(state, window));
  EXPECT_NE(text.find("looked at every half second: NFS does not report every save\n"), std::string::npos) << text;
  EXPECT_NE(text.find("work/03_locks/exercise.hpp is gone; save it again\n"), std::string::npos) << text;
}

TEST(Picture, HasColoursWhereTheyAreWanted) {
  const std::string plain = joined(picture(wrong_state(), {.width = 80, .height = 24}));
  EXPECT_EQ(plain.find('\033'), std::string::npos);
  const std::string coloured = joined(picture(wrong_state(), {.colours = true, .width = 80, .height = 24}));
  EXPECT_NE(coloured.find("\033[31m03_locks: wrong (2 checks"), std::string::npos) << coloured;
}

TEST(Picture, TellsAnOldVerdictFromANewOne) {
  WatchState state = wrong_state();
  state.outdated = true;
  const Look window{.colours = true, .width = 80, .height = 24};
  EXPECT_EQ(picture(state, window)[22], "last time: 03_locks: wrong (2 checks: 1 passed, 1 wrong, seed 1)");
}

TEST(Picture, LetsNoProgramSteerTheTerminal) {
  const std::string text =
      joined(picture(state_with({"\033[2J\007wiped", "a\tb", "\xC3\xA9 \xFF"}), {.width = 80, .height = 24}));
  EXPECT_NE(text.find("?[2J?wiped\n"), std::string::npos) << text;
  EXPECT_NE(text.find("a       b\n"), std::string::npos) << text;
  EXPECT_NE(text.find("? ?\n"), std::string::npos) << text;
  const std::string utf8 = joined(picture(state_with({"\xC3\xA9 \xFF"}), {.utf8 = true, .width = 80, .height = 24}));
  EXPECT_NE(utf8.find("\xC3\xA9 ?\n"), std::string::npos) << utf8;
}

}  // namespace

// tests/tools/interleave/table_test.cpp: schedules as tables, word for word.
#include "made_up.hpp"

#include "interleave/report/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <sstream>

namespace {

using namespace made_up;
using interleave::Look;

std::string table_of(const std::string& records, Look look = {}) {
  return interleave::table(story_of(fails("race") + records), look);
}

int widest_line(const std::string& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, interleave::columns_of(line));
  return widest;
}

TEST(Table, ShowsALostUpdateWithItsSwitch) {
  EXPECT_EQ(table_of(lost_update()),
            "step    T0 main    T1 add            T2 add\n"
            "---------------------------------------------------------------------------\n"
            " 1-2                                                 creates T1, creates T2\n"
            "   4               total += part;                    reads total = 0\n"
            " 6-7                               > total += part;  total: 0 -> 1\n"
            "   9               total += part;                    writes total: 1 -> 1\n"
            "> switched here, though the thread before could have gone on\n");
}

TEST(Table, EndsWithThoseThatCanNotGoOn) {
  EXPECT_EQ(table_of(crossed_locks()),
            "step    T1 add                               T2 add\n"
            "------------------------------------------------------------------------------\n"
            "   1    const std::scoped_lock hold_a(a);\n"
            "          locks a\n"
            "   2                                       > const std::scoped_lock hold_b(b);\n"
            "                                               locks b\n"
            " end    const std::scoped_lock hold_b(b);\n"
            "          waits for b, held by T2\n"
            " end                                         const std::scoped_lock hold_a(a);\n"
            "                                               waits for a, held by T1\n"
            "> switched here, though the thread before could have gone on\n");
}

TEST(Table, DrawsLinesWhereTheTerminalHasThem) {
  Look look;
  look.utf8 = true;
  const std::string text = table_of(lost_update(), look);
  EXPECT_NE(text.find("────"), std::string::npos) << text;
  EXPECT_NE(text.find("▸ total += part;"), std::string::npos) << text;
  EXPECT_EQ(text.find("> total"), std::string::npos) << text;
}

TEST(Table, KeepsToTheWidthItIsGiven) {
  for (const int width : {60, 72, 80, 100, 132}) {
    Look look;
    look.width = width;
    for (const std::string& records : {lost_update(), crossed_locks()}) {
      const std::string text = table_of(records, look);
      EXPECT_LE(widest_line(text), width) << text;
    }
  }
}

TEST(Table, ListsStepsOfManyThreadsWithTheirNames) {
  std::string records;
  for (int thread = 1; thread <= 6; ++thread) {
    records += step(thread, thread, "read", "0x9000", kZero, kZero, 9, thread == 3);
  }
  const std::string text = table_of(records);
  EXPECT_NE(text.find("      1    T1  total += part;   reads total = 0\n"), std::string::npos) << text;
  EXPECT_NE(text.find("      3  > T3  total += part;   reads total = 0\n"), std::string::npos) << text;
  EXPECT_LE(widest_line(text), 80) << text;
}

TEST(Table, DoesNotMergeAReadAndAWriteWithASwitchBetween) {
  const std::string text =
      table_of(step(1, 1, "read", "0x9000", kZero, kZero, 9) + step(2, 2, "read", "0x9000", kZero, kZero, 9) +
               step(3, 1, "write", "0x9000", kZero, kOne, 9));
  EXPECT_NE(text.find("writes total: 0 -> 1"), std::string::npos) << text;
  EXPECT_EQ(text.find("-3 "), std::string::npos) << text;
}

TEST(Table, MarksTheSwitchToAThreadThatOnlyBegins) {
  const std::string text =
      table_of(step(1, 1, "read", "0x9000", kZero, kZero, 9) + step(2, 2, "start", "0x0", "", "", 0, true) +
               step(3, 2, "read", "0x9000", kZero, kZero, 9));
  EXPECT_NE(text.find("> total += part;"), std::string::npos) << text;
}

// T2 comes to the lock that T1 holds. The mark is at its row, and not at T1's next one.
TEST(Table, ShowsAThreadThatComesToATakenLock) {
  const std::string text =
      table_of(step(1, 1, "lock", "0x9100", "", "", 12) + step(2, 2, "start", "0x0", "", "", 0, true) +
               step(3, 1, "read", "0x9000", kZero, kZero, 9) + step(4, 1, "unlock", "0x9100", "", "", 14) +
               step(5, 2, "lock", "0x9100", "", "", 17));
  EXPECT_NE(text.find("> const std::scoped_lock hold_a(a);"), std::string::npos) << text;
  EXPECT_NE(text.find("waits for a, held by T1"), std::string::npos) << text;
  EXPECT_EQ(text.find("> total"), std::string::npos) << text;
}

TEST(Table, LeavesOutTheMiddleOfALongScheduleAndCountsIt) {
  std::string records = step(1, 1, "read", "0x9000", kZero, kZero, 9);
  for (int number = 2; number < 500; ++number) records += step(number, 1, "yield", "0x0", "", "", 24);
  records += step(500, 2, "write", "0x9000", kZero, kOne, 9, true) + race();
  const std::string text = table_of(records);
  EXPECT_LT(std::ranges::count(text, '\n'), 45) << text;
  EXPECT_NE(text.find("steps left out"), std::string::npos) << text;
  EXPECT_NE(text.find("reads total = 0"), std::string::npos) << text;
  EXPECT_NE(text.find("writes total: 0 -> 1"), std::string::npos) << text;
}

// Steps that are shown and steps that are left out are all steps.
TEST(Table, LosesNoStepWhereItLeavesSomeOut) {
  std::string records;
  for (int number = 1; number <= 300; ++number) records += step(number, number % 2, "yield", "0x0", "", "", 24);
  int steps = 0;
  for (const interleave::Row& row : interleave::rows_of(story_of(fails("race") + records))) {
    steps += row.left_out > 0 ? row.left_out : row.last_step - row.first_step + 1;
  }
  EXPECT_EQ(steps, 300);
}

TEST(Table, OfNoStepsIsEmpty) { EXPECT_EQ(table_of(""), ""); }

}  // namespace

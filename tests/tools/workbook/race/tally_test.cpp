// tests/tools/workbook/race/tally_test.cpp: many runs are counted, and drawn, for what they are.
#include "race/tally.hpp"
#include "programs/failure.hpp"
#include "race/demonstration.hpp"
#include "race/histogram.hpp"
#include "race/one_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <sstream>

namespace workbook {
namespace {

int sum_of(const std::vector<Bar>& bars) {
  return std::accumulate(bars.begin(), bars.end(), 0, [](int sum, const Bar& bar) { return sum + bar.count; });
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t columns_of(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(line, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

TEST(Tally, CountsWrongRunsAndDifferentResults) {
  Tally tally;
  tally.add({"3", 3, false});
  tally.add({"3", 3, false});
  tally.add({"1", 1, true});
  tally.add({"hangs", {}, true});
  EXPECT_EQ(tally.runs(), 4);
  EXPECT_EQ(tally.wrong(), 2);
  EXPECT_EQ(tally.different(), 3);
  EXPECT_EQ(tally.summary(), "2 of 4 runs were wrong");
}

TEST(Tally, SaysWhatItKnowsAndNoMore) {
  Tally tally;
  EXPECT_EQ(tally.summary(), "no run came to its end");
  tally.add({"3", 3, false});
  EXPECT_EQ(tally.summary(), "nothing wrong in 1 run, which proves nothing");
  tally.add({"4", 4, false});
  EXPECT_EQ(tally.summary(), "no run failed, but 2 runs gave 2 different results");
  tally.add({"5", 5, true});
  EXPECT_EQ(tally.summary(), "1 of 3 runs was wrong");
}

TEST(Tally, GivesEachOfAFewResultsABarInTheirOrder) {
  Tally tally;
  for (const double number : {10.0, 9.0, 9.0}) tally.add({std::to_string(static_cast<int>(number)), number, true});
  tally.add({"11", 11, false});
  tally.add({"crash: SIGSEGV", {}, true});
  const std::vector<Bar> bars = tally.bars();
  ASSERT_EQ(bars.size(), 4U);
  EXPECT_EQ(bars[0].label, "9");
  EXPECT_EQ(bars[0].count, 2);
  EXPECT_EQ(bars[1].label, "10");
  EXPECT_EQ(bars[2].label, "11");
  EXPECT_FALSE(bars[2].wrong);
  EXPECT_EQ(bars[3].label, "crash: SIGSEGV");
}

TEST(Tally, PutsManyNumbersIntoPartsOfRoundWidth) {
  Tally tally;
  for (int i = 0; i < 100; ++i) tally.add({std::to_string(i), i, true});
  const std::vector<Bar> bars = tally.bars();
  ASSERT_EQ(bars.size(), 10U);
  EXPECT_EQ(bars[0].label, "0 to 10");
  EXPECT_EQ(bars[9].label, "90 to 100");
  for (const Bar& bar : bars) EXPECT_EQ(bar.count, 10) << bar.label;
}

TEST(Tally, NeverLosesARunAndKeepsToItsBars) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 200; ++round) {
    Tally tally;
    const int scale = std::uniform_int_distribution(-300, 300)(random);
    for (int i = 0; i < 50; ++i) {
      const double number = std::uniform_real_distribution(-1.0, 1.0)(random) * std::pow(10.0, scale);
      tally.add({std::to_string(i), number, i % 3 == 0});
      tally.add({"text " + std::to_string(i), {}, i % 2 == 0});
    }
    EXPECT_EQ(sum_of(tally.bars()), 100) << "scale " << scale;
    EXPECT_LE(tally.bars().size(), 4U * 12U);
  }
}

TEST(Tally, CopesWithTheEndsOfTheNumbers) {
  Tally tally;
  const double largest = std::numeric_limits<double>::max();
  for (int i = 0; i < 20; ++i)
    tally.add({std::to_string(i), i % 2 == 0 ? largest / (i + 1) : -largest / (i + 1), true});
  EXPECT_EQ(sum_of(tally.bars()), 20);
  Tally small;
  for (int i = 0; i < 20; ++i) small.add({std::to_string(i), i * std::numeric_limits<double>::denorm_min(), true});
  EXPECT_EQ(sum_of(small.bars()), 20);
  Tally equal;
  for (int i = 0; i < 20; ++i) equal.add({std::string(static_cast<std::size_t>(i), '0') + "7", 7, true});
  EXPECT_EQ(sum_of(equal.bars()), 20);
}

TEST(Tally, PutsRareTextsTogether) {
  Tally tally;
  for (int i = 0; i < 100; ++i) tally.add({"text " + std::to_string(i), {}, false});
  for (int i = 0; i < 5; ++i) tally.add({"text 42", {}, false});
  const std::vector<Bar> bars = tally.bars();
  ASSERT_EQ(bars.size(), 12U);
  EXPECT_EQ(bars.front().label, "text 42");
  EXPECT_EQ(bars.back().label, "89 others");
  EXPECT_EQ(sum_of(bars), 105);
}

TEST(Histogram, FitsIntoEightyColumns) {
  const std::string long_text(500, 'x');
  for (const bool utf8 : {false, true}) {
    const std::string text =
        histogram({{long_text, 1'000'000, true}, {"rare", 1, false}, {"none", 0, true}}, utf8, true);
    for (const std::string& line : lines_of(text)) EXPECT_LE(columns_of(line), 80U) << line;
  }
}

TEST(Histogram, DrawsBarsInProportion) {
  const auto lines =
      lines_of(histogram({{"a", 28, true}, {"b", 14, false}, {"c", 1, false}, {"d", 0, false}}, false, true));
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(std::ranges::count(lines[0], '#'), 28);
  EXPECT_EQ(std::ranges::count(lines[1], '#'), 14);
  EXPECT_EQ(std::ranges::count(lines[2], '#'), 1);
  EXPECT_EQ(std::ranges::count(lines[3], '#'), 0);
  EXPECT_TRUE(lines[0].ends_with("28  wrong"));
  EXPECT_TRUE(lines[1].ends_with("14  right"));
}

TEST(Histogram, HasBlocksOnlyWhereTheTerminalHas) {
  const std::vector<Bar> bars{{"a", 1, false}};
  EXPECT_NE(histogram(bars, true, false).find("█"), std::string::npos);
  const std::string ascii = histogram(bars, false, false);
  EXPECT_TRUE(std::ranges::all_of(ascii, [](char byte) { return byte > 0; })) << ascii;
  EXPECT_EQ(ascii.find("right"), std::string::npos) << "nothing was found wrong, so nothing is known to be right";
}

TEST(Plain, LetsNothingSteerTheTerminal) {
  EXPECT_EQ(plain("a\033[2Jb\a\r\x7f", 40, true), "a?[2Jb???");
  EXPECT_EQ(plain("\xc2\x9b"
                  "31m",
                  40, true),
            "?31m")
      << "an escape of eight bits";
  EXPECT_EQ(plain("\xff\xc3 \xe2\x82", 40, true), "?? ??");
  EXPECT_EQ(plain("größer ▲", 40, true), "größer ▲");
  EXPECT_EQ(plain("größer", 5, true), "gr...");
}

TEST(ValueBehind, IsTheWordBehindTheLabelOfTheLastLine) {
  const std::string printed = "title largest 5\n  largest   291.7\n  largest   333.3 or so\n  largestest 1\n";
  EXPECT_EQ(value_behind("largest", printed), "333.3");
  EXPECT_EQ(value_behind("without a lock", "without a lock  99 Euro\n"), "99");
  EXPECT_EQ(value_behind("exact", printed), std::nullopt);
}

TEST(OutcomeOf, JudgesByTheValuesThatTheProgramPrints) {
  const Labels labels{"largest", "exact"};
  const OneRun wrong{OneRun::Ending::by_itself, 0, "largest 291.7\nexact 333.3\n", "exact 333.3"};
  EXPECT_TRUE(outcome_of(wrong, labels).wrong);
  EXPECT_EQ(outcome_of(wrong, labels).text, "291.7");
  const OneRun right{OneRun::Ending::by_itself, 0, "largest 100\nexact 100.0\n", "exact 100.0"};
  EXPECT_FALSE(outcome_of(right, labels).wrong);
  const OneRun silent{OneRun::Ending::by_itself, 0, "", ""};
  EXPECT_THROW(outcome_of(silent, labels), Failure);
}

TEST(OutcomeOf, JudgesByTheExitCodeElse) {
  const auto outcome = [](int code, const std::string& line) {
    return outcome_of({OneRun::Ending::by_itself, code, line + "\n", line}, {});
  };
  EXPECT_EQ(outcome(0, "").text, "ends well");
  EXPECT_FALSE(outcome(0, "").wrong);
  EXPECT_EQ(outcome(0, "42").number, 42);
  EXPECT_EQ(outcome(1, "").text, "exit code 1");
  EXPECT_TRUE(outcome(1, "").wrong);
  EXPECT_EQ(outcome(1, "total 1").text, "total 1 (exit code 1)");
  EXPECT_EQ(outcome(1, "1").number, 1);
  EXPECT_EQ(outcome(0, "nan").number, std::nullopt);
  EXPECT_EQ(outcome(0, "4 apples").number, std::nullopt);
}

TEST(OutcomeOf, NamesHowAProgramDidNotEnd) {
  const auto text = [](OneRun::Ending ending, int code) { return outcome_of({ending, code, "", ""}, {}).text; };
  EXPECT_EQ(text(OneRun::Ending::by_signal, 11), "crash: SIGSEGV");
  EXPECT_EQ(text(OneRun::Ending::stood_still, 0), "hangs: every thread waits");
  EXPECT_EQ(text(OneRun::Ending::took_too_long, 0), "hangs: no end in time");
  EXPECT_EQ(text(OneRun::Ending::printed_too_much, 0), "prints without end");
}

TEST(OnTheMachine, IsReadFromADemosComment) {
  const std::string text =
      "// demo.cpp: a race.\n//\n//   ./workbook race 02     runs \"demo_race 1 2\" again and again: "
      "\"largest\" should be \"exact\"\n#include <x>\n";
  const std::optional<OnTheMachine> machine = on_the_machine(text, "demo_race");
  ASSERT_TRUE(machine);
  EXPECT_EQ(machine->arguments, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(machine->labels->result, "largest");
  EXPECT_EQ(machine->labels->right, "exact");
  EXPECT_FALSE(on_the_machine(text, "demo_other")) << "the comment speaks of another demo";
  EXPECT_FALSE(on_the_machine("int main() {}\n", "demo_race"));
}

TEST(DemonstrationOf, ALessonHasItsProgramsAndItsArguments) {
  const Demonstration threads = demonstration_of("02", {});
  EXPECT_EQ(threads.small.filename(), "demo_two_adds.cpp");
  EXPECT_EQ(threads.machine.source.filename(), "demo_race.cpp");
  const Demonstration locks = demonstration_of("3", {"locked"});
  EXPECT_EQ(locks.machine.source, locks.small);
  EXPECT_EQ(locks.small_arguments, (std::vector<std::string>{"locked"}));
}

TEST(DemonstrationOf, WhatHasNoneIsRefusedWithThoseThatHave) {
  try {
    demonstration_of("01", {});
    FAIL() << "a sequential lesson has no race";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("wanted one of 02, 03"), std::string::npos) << failure.what();
  }
  EXPECT_THROW(demonstration_of("no_such.cpp", {}), Failure);
  EXPECT_THROW(demonstration_of("/tmp", {}), Failure);
  EXPECT_THROW(demonstration_of("99", {}), Failure);
}

}  // namespace
}  // namespace workbook

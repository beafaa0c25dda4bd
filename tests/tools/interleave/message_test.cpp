// tests/tools/interleave/message_test.cpp: what is said of each kind of failure and of each verdict, word for word.
#include "made_up.hpp"

#include "interleave/report/failures.hpp"
#include "interleave/report/message.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace {

using namespace made_up;
using interleave::Look;
using interleave::Verdict;

// Places are shown as seen from the current folder.
class Messages : public testing::Test {
 protected:
  Messages() : before_(std::filesystem::current_path()) { std::filesystem::current_path(TEST_PROGRAMS); }
  ~Messages() override { std::filesystem::current_path(before_); }

  static std::string message(const std::string& records) {
    const interleave::Again again{"./workbook interleave run lines.cpp", ""};
    return format(interleave::explain(story_of(records), again), "lines.cpp", Look{});
  }

 private:
  std::filesystem::path before_;
};

TEST_F(Messages, ARaceIsTheCauseAndTheWrongResultItsConsequence) {
  EXPECT_EQ(message(fails("wrong_result", "", 1) + lost_update() + race()),
            "lines.cpp  race on total: T1 reads, T2 writes, and nothing orders the two\n"
            "  where   T1  lines.cpp:9, add: total += part;\n"
            "          T2  lines.cpp:9, add: total += part;\n"
            "  why     T1 reads total (step 4) and T2 writes it (step 7); no lock that both\n"
            "          hold, no join and no atomic makes one of them wait for the other; an\n"
            "          update is lost: T1 reads total = 0 (step 4), T2 writes 1 (step 7), T1\n"
            "          writes 1 over it (step 9); here the program ends with exit code 1\n"
            "  try     guard both accesses with the same mutex, or make the variable a\n"
            "          std::atomic\n"
            "  again   ./workbook interleave run lines.cpp --replay 5:2,7:1\n");
}

TEST_F(Messages, AWrongResultWithoutARaceTellsTheLostUpdate) {
  EXPECT_EQ(message(fails("wrong_result", "", 1) + lost_update()),
            "lines.cpp  wrong result: exit code 1, wanted 0\n"
            "  where   lines.cpp:9, add: total += part; (the last step, T1's)\n"
            "  why     an update is lost: T1 reads total = 0 (step 4), T2 writes 1 (step 7),\n"
            "          T1 writes 1 over it (step 9)\n"
            "  try     make the steps between reading and writing one: hold a lock across\n"
            "          them, or use one atomic operation\n"
            "  again   ./workbook interleave run lines.cpp --replay 5:2,7:1\n");
}

TEST_F(Messages, ADeadlockShowsItsCircleAndBothLocks) {
  EXPECT_EQ(message(fails("deadlock") + crossed_locks()),
            "lines.cpp  deadlock: T1 and T2 wait for each other\n"
            "  where   T1  waits at lines.cpp:13, first_then_second: const std::scoped_lock\n"
            "          hold_b(b);\n"
            "          T2  locked b at lines.cpp:16, second_then_first (step 2)\n"
            "          T2  waits at lines.cpp:17, second_then_first: const std::scoped_lock\n"
            "          hold_a(a);\n"
            "          T1  locked a at lines.cpp:12, first_then_second (step 1)\n"
            "  why     T1 waits for b, which T2 holds; T2 waits for a, which T1 holds\n"
            "  try     lock several mutexes in the same order everywhere, or all at once:\n"
            "          std::scoped_lock both(a, b)\n"
            "  again   ./workbook interleave run lines.cpp --replay 5:2,7:1\n");
}

TEST_F(Messages, ADeadlockWithItselfSaysSo) {
  const std::string text =
      message(fails("deadlock") + step(1, 1, "lock", "0x9100", "", "", 12) + "waits\t1\tlock\t0x9100\t1\t0x100c\n");
  EXPECT_TRUE(text.starts_with("lines.cpp  deadlock: T1 waits for a, which it holds itself\n")) << text;
  EXPECT_NE(text.find("  try     lock it once: "), std::string::npos) << text;
}

TEST_F(Messages, ADeadlockLeavesOutThoseThatOnlyWaitBehindIt) {
  const std::string text = message(fails("deadlock") + "waits\t0\tjoin\t0x0\t1\t\n" + crossed_locks());
  EXPECT_TRUE(text.starts_with("lines.cpp  deadlock: T1 and T2 wait for each other\n")) << text;
  EXPECT_EQ(text.find("T0"), std::string::npos) << text;
}

TEST_F(Messages, AJoinUnderALockIsNotAdvisedToLockInOrder) {
  const std::string text = message(fails("deadlock") + step(1, 0, "lock", "0x9100", "", "", 12) +
                                   "waits\t0\tjoin\t0x0\t1\t0x100d\nwaits\t1\tlock\t0x9100\t0\t0x1011\n");
  EXPECT_NE(text.find("why     T0 waits for the end of T1; T1 waits for a, which T0 holds\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("try     let no thread hold, while it joins another"), std::string::npos) << text;
}

TEST_F(Messages, ALostWakeUpNamesTheStepAtWhichNobodyWaited) {
  EXPECT_EQ(message(fails("lost_wakeup") + step(7, 2, "notify_one", "0x9300", "", "", 25) +
                    step(9, 1, "wait", "0x9300", "", "", 21) + "waits\t1\twait\t0x9300\t-1\t0x1015\n" +
                    "wakeup\t7\t2\t0x9300\n"),
            "lines.cpp  lost wake-up: T2 notified changed at step 7 while nobody waited\n"
            "  where   T2  notifies at lines.cpp:25, notify: changed.notify_one();\n"
            "          T1  waits at lines.cpp:21, wait_for_change: changed.wait(lock);\n"
            "  why     the notification came before the thread waited; a condition variable\n"
            "          does not remember it; T1 waits for ever\n"
            "  try     under the mutex, set a flag and then notify; wait with a test of the\n"
            "          flag: cv.wait(lock, [&] { return ready; })\n"
            "  again   ./workbook interleave run lines.cpp --replay 5:2,7:1\n");
}

TEST_F(Messages, AStuckThreadIsNamedWithWhatItWaitsFor) {
  const std::string text = message(fails("stuck") + "waits\t1\twait\t0x9300\t-1\t0x1015\n");
  EXPECT_TRUE(
      text.starts_with("lines.cpp  stuck for ever: T1 waits for changed, and nobody is left to notify it\n"
                       "  where   T1  waits at lines.cpp:21, wait_for_change: changed.wait(lock);\n"))
      << text;
}

TEST_F(Messages, OfEveryKindHaveAllTheirParts) {
  std::set<std::string> headlines;
  for (const interleave::FailureKind& kind : interleave::failure_kinds()) {
    const std::string text = message(fails(std::string(kind.name), "THE TEXT", 1) + lost_update());
    EXPECT_NE(text.find("THE TEXT"), std::string::npos) << text;
    for (const std::string part : {"\n  where   ", "\n  why     ", "\n  try     ", "\n  again   "}) {
      EXPECT_NE(text.find(part), std::string::npos) << kind.name << " lacks" << part;
    }
    EXPECT_TRUE(headlines.insert(text.substr(0, text.find('\n'))).second) << text;
  }
  EXPECT_GE(headlines.size(), 16U);
}

// What a race makes is told as its consequence; what has a cause of its own is not.
TEST_F(Messages, NameTheRaceFirstOnlyWhereItExplains) {
  for (const interleave::FailureKind& kind : interleave::failure_kinds()) {
    const std::string text = message(fails(std::string(kind.name), "THE TEXT", 1) + lost_update() + race());
    const bool race_first = text.starts_with("lines.cpp  race on total");
    EXPECT_EQ(race_first, kind.follows_from_race || kind.name == "race") << text;
  }
}

TEST_F(Messages, PutTheProgramsArgumentsBehindTheReplayString) {
  const interleave::Message message =
      interleave::explain(story_of(fails("stuck") + lost_update()), {"./workbook interleave run a.cpp", " -- 10 2"});
  EXPECT_EQ(message.again, "./workbook interleave run a.cpp --replay 5:2,7:1 -- 10 2");
}

TEST(Failures, OfAnUnknownKindAreRefused) { EXPECT_THROW(interleave::failure_kind("bad_luck"), interleave::BadRecord); }

std::string line_of(const std::string& records) { return interleave::verdict_line(story_of(records)); }

TEST(VerdictLine, SaysHowMuchWasProved) {
  EXPECT_EQ(line_of("total\t20\t0.01\t2\t14\t3\nverdict\tproved\n"),
            "proved: no schedule fails (20 schedules, all of them, 0.01 s)");
  EXPECT_EQ(line_of("total\t12345\t1.5\t2\t14\t3\nverdict\tproved\n"),
            "proved: no schedule fails (12,345 schedules, all of them, 1.50 s)");
}

TEST(VerdictLine, ProvesNothingWhereSomethingWasLeftOut) {
  const std::string proved = "total\t20\t0.01\t2\t14\t3\nverdict\tproved\n";
  for (const std::string& gap : {std::string("external\tqsort\n"), std::string("limit\ttime: 10 s\n")}) {
    EXPECT_EQ(line_of(proved + gap), "nothing found: none of 20 schedules fails, but these are not all (0.01 s)");
    EXPECT_EQ(interleave::honest_verdict(story_of(proved + gap).report), Verdict::nothing_found);
  }
}

TEST(VerdictLine, OfASearchWithoutItsEndIsOurFault) {
  interleave::Decoder decoder;
  decoder.take("verdict\tproved\n");
  EXPECT_EQ(interleave::honest_verdict(decoder.report()), Verdict::fault);
}

TEST(VerdictLine, HasItsWordsForEachOutcome) {
  EXPECT_EQ(line_of("phase\treplay\t1\t0\t0\t0\ntotal\t1\t0.01\t2\t14\t3\nverdict\tnothing_found\n"),
            "nothing found: this one schedule does not fail");
  EXPECT_EQ(line_of(fails("race") + race()), "fails: race on total (3 schedules, 0.02 s)");
  EXPECT_EQ(line_of("verdict\tunsupported\nfailure\tunsupported\tfork() is called\t0\n"),
            "not supported: fork() is called");
  EXPECT_EQ(line_of("verdict\tunsupported\nfailure\tdiverged\tno thread T4 at step 12\t0\n"),
            "the replay string does not fit: no thread T4 at step 12");
  EXPECT_EQ(line_of("verdict\tfault\nfailure\tcrash\tlost a thread\t0\n"), "interleave bug: lost a thread");
  EXPECT_EQ(line_of("verdict\tnot_done\n"),
            "not done: the program ended with the exit code for an exercise that is not done");
}

TEST(Remarks, NameEveryLimitAndWhatIsModelled) {
  EXPECT_EQ(interleave::remarks(story_of("total\t20\t1\t2\t14\t3\nverdict\tproved\nlimit\tat most 2 preemptions\n"
                                         "external\tqsort\n"),
                                Look{}),
            "  limit   at most 2 preemptions\n"
            "  limit   qsort() is called, and not searched inside\n"
            "  model   sequentially consistent values only; what a weaker memory order could\n"
            "          show besides is not searched\n");
}

TEST(Remarks, TellWarningsAndOutcomesBesideAFailureToo) {
  EXPECT_EQ(
      interleave::remarks(story_of(fails("race") + "warning\tlock_order\ta is locked after b, and before it\t0x9100\t"
                                                   "0x9200\t\t\noutputs\t2\noutcome\t1 0\t7\t3:1\n"),
                          Look{}),
      "  warning a is locked after b, and before it (a)\n"
      "  output  depends on the order: at least 2 different ones\n"
      "  outcome 1 0 (7 schedules; --replay 3:1)\n");
}

}  // namespace

// tests/tools/judge/subject_test.cpp: whatever a subject does, the judge says what happened, and nothing is left.
#include "judge/parent/subject.hpp"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using judge::Ending;
using judge::Outcome;

std::filesystem::path subject(const std::string& name) { return std::filesystem::path(SUBJECTS) / name; }

judge::Limits short_limits() {
  judge::Limits limits;
  limits.deadline = std::chrono::seconds(2);
  return limits;
}

Outcome ask(const std::string& name, const judge::Limits& limits = {}) {
  judge::Facts asked;
  asked.set("word", "two words\nand a second line \\ with a backslash");
  asked.set("third", 1.0 / 3);
  return judge::ask(subject(name), "echo", asked, limits);
}

void expect(const Outcome& outcome, Ending ending, const std::string& reason) {
  EXPECT_EQ(static_cast<int>(outcome.ending), static_cast<int>(ending)) << "reason: " << outcome.reason;
  EXPECT_NE(outcome.reason.find(reason), std::string::npos)
      << "the reason is '" << outcome.reason << "', wanted '" << reason << "' in it";
}

// After each test: the judge has no children, dead or alive.
class Subject : public testing::Test {
  void TearDown() override {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
    EXPECT_EQ(errno, ECHILD);
  }
};

TEST_F(Subject, ThatAnswersIsBelievedToTheLastDigit) {
  const Outcome outcome = ask("answers");
  ASSERT_EQ(static_cast<int>(outcome.ending), static_cast<int>(Ending::answered)) << outcome.reason;
  EXPECT_EQ(outcome.answer.number("third"), 1.0 / 3);
  EXPECT_EQ(outcome.answer.text("word"), "two words\nand a second line \\ with a backslash");
}

TEST_F(Subject, ThatExitsWithZeroHasNotAnswered) {
  expect(ask("exits_early"), Ending::ended_early, "ended with exit code 0 before it gave an answer");
}

TEST_F(Subject, ThatExitsBeforeMainHasNotAnswered) {
  expect(ask("exits_before_main"), Ending::ended_early, "ended with exit code 0 before it gave an answer");
}

TEST_F(Subject, ThatPrintsPassedHasNotPassed) {
  const Outcome outcome = ask("prints_passed");
  expect(outcome, Ending::ended_early, "before it gave an answer");
  EXPECT_NE(outcome.printed.find("[  PASSED  ]"), std::string::npos) << "what it printed is kept";
}

TEST_F(Subject, ThatCrashesIsToldItsSignal) {
  expect(ask("crashes"), Ending::crashed, "signal 11 (Segmentation fault)");
}

TEST_F(Subject, ThatAbortsIsToldItsLastWords) {
  expect(ask("aborts"), Ending::crashed, "signal 6 (Aborted); the last line it printed: the queue was empty");
}

TEST_F(Subject, ThatThrowsIsToldWhat) {
  expect(ask("throws"), Ending::threw, "an exception left your code: no more strips");
}

// Of a group that stands still nobody waits for the deadline, unless the kernel keeps it from us.
void expect_standstill(const Outcome& outcome, const std::string& what) {
  const bool kernel_tells = std::ifstream("/proc/self/syscall").good();
  expect(outcome, Ending::hung, what + (kernel_tells ? "" : " within 20 s") + ": every thread waits");
  EXPECT_EQ(outcome.stood_still, kernel_tells);
}

TEST_F(Subject, ThatWaitsForEverIsToldSo) { expect_standstill(ask("waits_for_ever"), "no answer"); }

TEST_F(Subject, OfTwoProcessesThatWaitForEachOtherStandsStill) {
  expect_standstill(ask("waits_for_its_child"), "no answer");
}

TEST_F(Subject, ThatSleepsForEverHasUntilTheDeadline) {
  const Outcome outcome = ask("sleeps_for_ever", short_limits());
  expect(outcome, Ending::hung, "no answer within 2 s: every thread waits");
  EXPECT_FALSE(outcome.stood_still);
}

TEST_F(Subject, ThatSomebodyWillWakeDoesNotStandStill) {
  for (const char* const name : {"woken_by_a_thread", "woken_by_a_time_out", "woken_by_an_alarm",
                                 "woken_by_an_orphaned_thread", "woken_from_outside"}) {
    expect(ask(name), Ending::answered, "");
  }
}

TEST_F(Subject, ThatLoopsForEverIsToldSo) {
  // Where other work keeps the processors busy, it is owed another try, and never called wrong without one.
  Outcome outcome = ask("loops_for_ever", short_limits());
  for (int attempt = 0; attempt < 20 && outcome.ending == Ending::starved; ++attempt) {
    outcome = ask("loops_for_ever", short_limits());
  }
  expect(outcome, Ending::hung, "no answer within 2 s: a loop that does not end");
}

TEST_F(Subject, ThatFloodsIsEnded) {
  const Outcome outcome = ask("floods");
  expect(outcome, Ending::flooded, "printed more than 16 MiB");
  EXPECT_LT(outcome.printed.size(), 100'000U) << "only the beginning and the end are kept";
}

TEST_F(Subject, ThatWritesRubbishOnThePrivateChannelIsNotBelieved) {
  expect(ask("writes_rubbish"), Ending::meddled, "wrote on the judge's private channel");
}

TEST_F(Subject, ThatAnswersAnotherQuestionIsNotBelieved) {
  expect(ask("guesses_the_nonce"), Ending::meddled, "it does not belong to the question");
}

TEST_F(Subject, ThatAnswersTwiceIsNotBelieved) {
  expect(ask("answers_twice"), Ending::meddled, "a second message came");
}

TEST_F(Subject, ThatFailsAfterItsAnswerHasFailed) {
  expect(ask("fails_after_answer"), Ending::ended_early, "ended with exit code 7 after its answer, wanted 0");
}

TEST_F(Subject, ThatStaysAfterItsAnswerHasHung) {
  expect_standstill(ask("stays_after_answer"), "answered but did not end");
}

TEST_F(Subject, ThatLeavesAProcessIsCleanedUpAfter) {
  const Outcome outcome = ask("leaves_a_process");
  ASSERT_EQ(static_cast<int>(outcome.ending), static_cast<int>(Ending::answered)) << outcome.reason;
  const auto left = static_cast<pid_t>(outcome.answer.whole("left"));
  EXPECT_EQ(kill(left, 0), -1) << "process " << left << " still runs";
}

TEST_F(Subject, ThatIsNotDoneNamesItsHole) { expect(ask("not_done"), Ending::not_done, "hole 99.1 is still empty"); }

TEST_F(Subject, ThatIsMissingIsTheJudgesFault) {
  expect(ask("no_such_subject"), Ending::no_start, "No such file or directory");
}

TEST_F(Subject, ThatIsNoProgramIsTheJudgesFault) {
  const std::filesystem::path file = subject("text_and_no_program");
  std::ofstream(file) << "just text\n";
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  expect(judge::ask(file, "echo", {}), Ending::no_start, "Exec format error");
}

TEST_F(Subject, GetsNoMoreMemoryThanItsLimit) { expect(ask("takes_memory"), Ending::threw, "std::bad_alloc"); }

TEST_F(Subject, WritesNoLargerFileThanItsLimit) {
  expect(ask("writes_a_large_file"), Ending::crashed, "signal 25 (File size limit exceeded)");
}

TEST_F(Subject, OfAnEndlessLoopIsEndedByItsProcessorTimeToo) {
  judge::Limits limits;
  limits.deadline = std::chrono::seconds(120);
  limits.cpu = std::chrono::seconds(1);
  expect(ask("loops_for_ever", limits), Ending::hung, "used 1 s of processor time");
}

}  // namespace

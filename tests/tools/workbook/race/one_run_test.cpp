// tests/tools/workbook/race/one_run_test.cpp: a program that is run once comes to an end, whatever it does.
#include "race/one_run.hpp"

#include "programs/failure.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>

namespace workbook {
namespace {

using Ending = OneRun::Ending;

OneRun run_script(const std::string& script, std::chrono::milliseconds patience = std::chrono::seconds(60)) {
  return run_once({"/bin/sh", {"-c", script}}, patience);
}

TEST(RunOnce, TellsTheExitCodeAndWhatWasPrinted) {
  const OneRun run = run_script("echo one; echo 42 >&2; exit 7");
  EXPECT_EQ(run.ending, Ending::by_itself);
  EXPECT_EQ(run.code, 7);
  EXPECT_EQ(run.printed, "one\n42\n");
  EXPECT_EQ(run.last_line, "42");
}

TEST(RunOnce, HandsOnArgumentsAsTheyAre) {
  EXPECT_EQ(run_once({"/bin/echo", {"a  b", "", "'"}}, std::chrono::seconds(60)).last_line, "a  b  '");
}

TEST(RunOnce, TellsACrash) {
  const OneRun run = run_script("kill -SEGV $$");
  EXPECT_EQ(run.ending, Ending::by_signal);
  EXPECT_EQ(run.code, SIGSEGV);
}

TEST(RunOnce, EndsWhatDoesNotEnd) {
  EXPECT_EQ(run_script("while :; do :; done", std::chrono::milliseconds(300)).ending, Ending::took_too_long);
}

TEST(RunOnce, EndsWhatPrintsWithoutEnd) {
  const OneRun run = run_script("exec yes");
  EXPECT_EQ(run.ending, Ending::printed_too_much);
  EXPECT_LT(run.printed.size(), std::size_t{1} << 20) << "the memory it takes is bounded, too";
}

TEST(RunOnce, EndsWhenItIsInterrupted) {
  int asked = 0;
  const OneRun run = run_once({"/bin/sleep", {"1000"}}, std::chrono::hours(1), [&] { return ++asked > 1; });
  EXPECT_EQ(run.ending, Ending::took_too_long);
}

TEST(RunOnce, LeavesNoProcessBehind) {
  const OneRun run = run_script("sleep 1000 & echo $!");
  EXPECT_EQ(run.ending, Ending::by_itself);
  EXPECT_EQ(kill(std::stoi(run.last_line), 0), -1) << "process " << run.last_line << " still lives";
}

TEST(RunOnce, SaysWhatCannotBeStarted) {
  EXPECT_THROW(run_once({"/no/such/program", {}}, std::chrono::seconds(60)), Failure);
}

}  // namespace
}  // namespace workbook

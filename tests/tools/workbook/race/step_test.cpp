// tests/tools/workbook/race/step_test.cpp: `race --step` in a terminal: first the bars, then the walk.
#include "../../interleave/pseudo_terminal.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <string>

namespace {

const std::string kFile = std::string(CHECKOUT) + "/lessons/02_threads/demo_two_adds.cpp";

TEST(Step, WaitsUntilTheBarsAreRead) {
  cases::PseudoTerminal terminal({WORKBOOK_COMMAND, "race", kFile, "--runs", "2", "--step"});
  ASSERT_TRUE(terminal.prints("Press Return to go on, step by step.")) << terminal.output();
  EXPECT_NE(terminal.output().find("2 runs"), std::string::npos) << terminal.output();
  EXPECT_EQ(terminal.output().find("before the first of"), std::string::npos) << terminal.output();
  terminal.press("\n");
  ASSERT_TRUE(terminal.shows("before the first of")) << terminal.output();
  terminal.press(" ");
  ASSERT_TRUE(terminal.shows("step 1 of")) << terminal.output();
  terminal.press("q");
  const int end = terminal.wait();
  EXPECT_TRUE(WIFEXITED(end) && WEXITSTATUS(end) == 1) << end;
  EXPECT_TRUE(terminal.is_as_before());
}

TEST(Step, AReplayIsWalkedAtOnce) {
  cases::PseudoTerminal terminal({WORKBOOK_COMMAND, "race", kFile, "--replay", "5:2", "--step"});
  ASSERT_TRUE(terminal.shows("before the first of")) << terminal.output();
  EXPECT_EQ(terminal.output().find("Press Return"), std::string::npos);
  terminal.press("q");
  terminal.wait();
}

TEST(Step, IsEndedByASignalWhileItWaits) {
  cases::PseudoTerminal terminal({WORKBOOK_COMMAND, "race", kFile, "--runs", "1", "--step"});
  ASSERT_TRUE(terminal.prints("Press Return")) << terminal.output();
  terminal.send(SIGINT);
  const int end = terminal.wait();
  EXPECT_TRUE(WIFSIGNALED(end) && WTERMSIG(end) == SIGINT) << end;
  EXPECT_TRUE(terminal.is_as_before());
}

}  // namespace

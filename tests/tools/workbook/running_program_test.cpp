// tests/tools/workbook/running_program_test.cpp: a program beside us is read as it prints, and ended with all it
// started.
#include "programs/running_program.hpp"

#include "programs/failure.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

using workbook::RunningProgram;

class Shell {
 public:
  explicit Shell(const std::string& script) : program_({"/bin/sh", {"-c", script}}) {}

  // Reads until so many lines are there or the program has ended.
  void read_lines(std::size_t count) {
    while (lines_.size() < count) {
      std::array<pollfd, 2> sources{{{program_.output(), POLLIN, 0}, {program_.end_event(), POLLIN, 0}}};
      ASSERT_GT(poll(sources.data(), sources.size(), 60'000), 0) << "nothing came";
      if (!program_.read_some([this](const std::string& line) { lines_.push_back(line); }) && program_.ended()) return;
    }
  }
  int finish() {
    return program_.finish([this](const std::string& line) { lines_.push_back(line); });
  }
  const std::vector<std::string>& lines() const { return lines_; }
  bool ended() const { return program_.ended(); }

 private:
  RunningProgram program_;
  std::vector<std::string> lines_;
};

bool is_alive(const std::string& process) { return kill(std::stoi(process), 0) == 0; }

TEST(RunningProgram, GivesItsLinesAsTheyCome) {
  Shell shell("echo one; echo two >&2; exec sleep 1000");
  shell.read_lines(2);
  EXPECT_FALSE(shell.ended());
  EXPECT_EQ(shell.finish(), 128 + SIGTERM);
  EXPECT_EQ(shell.lines(), (std::vector<std::string>{"one", "two"}));
}

TEST(RunningProgram, KeepsTheEndThatItHad) {
  Shell shell("echo before; printf after; exit 3");
  shell.read_lines(100);
  EXPECT_EQ(shell.finish(), 3);
  EXPECT_EQ(shell.lines(), (std::vector<std::string>{"before", "after"}));
}

TEST(RunningProgram, HasNothingToRead) {
  Shell shell("cat; echo over");
  shell.read_lines(1);
  EXPECT_EQ(shell.lines(), std::vector<std::string>{"over"});
}

TEST(RunningProgram, IsEndedWithAllThatItStarted) {
  // A child, a grandchild whose parent has gone, and one in a session of its own.
  Shell shell("sleep 1000 & echo $!; (sleep 1000 & echo $!); setsid sh -c 'echo $$; exec sleep 1000' & wait");
  shell.read_lines(3);
  ASSERT_EQ(shell.lines().size(), 3U);
  for (const std::string& process : shell.lines()) EXPECT_TRUE(is_alive(process));
  shell.finish();
  for (const std::string& process : shell.lines()) EXPECT_FALSE(is_alive(process)) << process;
}

TEST(RunningProgram, IsEndedThoughItDoesNotListen) {
  Shell shell("trap '' TERM; echo ready; while :; do sleep 1000; done");
  shell.read_lines(1);
  EXPECT_EQ(shell.finish(), 128 + SIGKILL);
}

TEST(RunningProgram, ListensToSignalsThatWeHoldBack) {
  sigset_t term;
  sigset_t before;
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  sigprocmask(SIG_BLOCK, &term, &before);
  Shell shell("echo ready; exec sleep 1000");
  shell.read_lines(1);
  EXPECT_EQ(shell.finish(), 128 + SIGTERM);
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

TEST(RunningProgram, MayPrintWithoutEnd) {
  Shell shell("yes | tr -d '\\n'");
  shell.read_lines(5);
  for (const std::string& line : shell.lines()) EXPECT_LE(line.size(), 10'000U);
  shell.finish();
}

TEST(RunningProgram, SaysWhyItCannotStart) { EXPECT_THROW(RunningProgram({"/nowhere/at/all", {}}), workbook::Failure); }

}  // namespace

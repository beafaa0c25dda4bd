// tests/tools/interleave/stepper_test.cpp: walks through a schedule in a terminal, key by key, and finds the terminal
// as it was, however the walk ends.
#include "interleave/report/text.hpp"
#include "pseudo_terminal.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>

namespace {

using cases::PseudoTerminal;

constexpr const char* kRight = "\033[C";
constexpr const char* kLeft = "\033[D";

// Both threads may read 0, and one addition is lost.
PseudoTerminal stepped(const std::string& colours = "NO_COLOR=1") {
  return PseudoTerminal({"/usr/bin/env", "-u", "NO_COLOR", "LC_ALL=C", "TERM=xterm", colours, INTERLEAVE_COMMAND, "run",
                         CASES_PROGRAMS "/unlocked_total_1", "--step"});
}

bool sets_colours(const std::string& output) { return output.find("\033[1m") != std::string::npos; }

// The other screen is left and the cursor shown, after both were changed.
void expect_restored(const PseudoTerminal& terminal) {
  EXPECT_TRUE(terminal.is_as_before());
  const std::string& output = terminal.output();
  for (const auto& [change, restore] : {std::pair{"\033[?1049h", "\033[?1049l"}, std::pair{"\033[?25l", "\033[?25h"}}) {
    const std::size_t changed = output.rfind(change);
    const std::size_t restored = output.rfind(restore);
    ASSERT_NE(changed, std::string::npos);
    ASSERT_NE(restored, std::string::npos);
    EXPECT_LT(changed, restored);
  }
}

// Where the walk stands, as it is shown in the first line.
void expect_steps(PseudoTerminal& terminal, const std::vector<std::pair<std::string, int>>& keys) {
  for (const auto& [key, step] : keys) {
    terminal.press(key);
    const std::string place = step == 0 ? "before the first of" : "step " + std::to_string(step) + " of";
    ASSERT_TRUE(terminal.shows(place)) << "no '" << place << "' after a key; the picture begins with "
                                       << (terminal.picture().empty() ? "" : terminal.picture().front());
  }
}

int number_of_steps(const PseudoTerminal& terminal) {
  return std::stoi(terminal.picture().front().substr(std::string("before the first of ").size()));
}

TEST(Stepper, ShowsEachStepAndWhatItChanged) {
  PseudoTerminal terminal = stepped();
  ASSERT_TRUE(terminal.shows("before the first of"));
  const int last = number_of_steps(terminal);
  std::string seen;
  for (int step = 1; step <= last; ++step) {
    expect_steps(terminal, {{" ", step}});
    for (const std::string& line : terminal.picture()) seen += line + '\n';
  }
  for (const std::string text : {"T2 reads total = 0", "T2 writes total: 0 -> 1", "T1 writes total: 1 -> 1",
                                 "(a switch)", "total = 1   <- changed", "T1 >", "T2 >", "the end: "}) {
    EXPECT_NE(seen.find(text), std::string::npos) << text;
  }
}

TEST(Stepper, WalksForwardsAndBackwards) {
  PseudoTerminal terminal = stepped();
  expect_steps(terminal, {{"", 0},
                          {" ", 1},
                          {kRight, 2},
                          {"\n", 3},
                          {"\033OC", 4},
                          {"\033[B", 5},
                          {"b", 4},
                          {kLeft, 3},
                          {"\177", 2},
                          {"\033OD", 1},
                          {"\033[A", 0},
                          {"x", 0},
                          {" ", 1}});
}

TEST(Stepper, GoesToBothEndsAndNotBeyond) {
  PseudoTerminal terminal = stepped();
  ASSERT_TRUE(terminal.shows("before the first of"));
  const int last = number_of_steps(terminal);
  for (const auto& [end, home] : {std::pair{"G", "g"}, std::pair{"\033[F", "\033[H"}, std::pair{"\033OF", "\033OH"},
                                  std::pair{"\033[4~", "\033[1~"}}) {
    expect_steps(terminal, {{end, last}, {home, 0}});
  }
  expect_steps(terminal, {{"G", last}, {" b", last - 1}, {"g", 0}, {"b ", 1}});
}

TEST(Stepper, FillsTheWindowAndFollowsItsSize) {
  PseudoTerminal terminal = stepped();
  for (const auto& [columns, lines] : {std::pair{80, 24}, std::pair{132, 50}, std::pair{40, 10}}) {
    terminal.resize(columns, lines);
    const std::string rule(static_cast<std::size_t>(columns), '-');
    ASSERT_TRUE(terminal.shows([&](const std::string& line) { return line == rule; })) << columns;
    EXPECT_EQ(terminal.picture().size(), static_cast<std::size_t>(lines));
    for (const std::string& line : terminal.picture()) EXPECT_LE(interleave::columns_of(line), columns) << line;
  }
}

TEST(Stepper, HasColoursUnlessTheEnvironmentForbidsThem) {
  PseudoTerminal plain = stepped();
  ASSERT_TRUE(plain.shows("before the first of"));
  EXPECT_FALSE(sets_colours(plain.output()));
  PseudoTerminal coloured = stepped("TERM=xterm");
  ASSERT_TRUE(coloured.shows("before the first of"));
  EXPECT_TRUE(sets_colours(coloured.output()));
}

TEST(Stepper, LeavesTheTerminalAsItWas) {
  for (const std::string key : {"q", "\033"}) {
    PseudoTerminal terminal = stepped();
    ASSERT_TRUE(terminal.shows("before the first of"));
    EXPECT_FALSE(terminal.is_as_before()) << "keys would be shown";
    terminal.press(key);
    const int status = terminal.wait();
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 1) << status;
    expect_restored(terminal);
    EXPECT_NE(terminal.output().find("--replay"), std::string::npos) << "the message does not follow";
  }
}

TEST(Stepper, LeavesItSoWhereASignalEndsIt) {
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
    PseudoTerminal terminal = stepped();
    ASSERT_TRUE(terminal.shows("before the first of"));
    terminal.send(signal);
    const int status = terminal.wait();
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
    expect_restored(terminal);
  }
}

TEST(Stepper, EndsByControlC) {
  PseudoTerminal terminal = stepped();
  ASSERT_TRUE(terminal.shows("before the first of"));
  terminal.press("\003");
  const int status = terminal.wait();
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT) << status;
  expect_restored(terminal);
}

}  // namespace

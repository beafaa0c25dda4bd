// tests/sessions/watch_session_test.cpp: `watch` in a terminal: saves of every kind, keys, windows of every size, and
// the terminal as it was, however it ends.
#include "saving.hpp"
#include "terminal_session.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace {

namespace fs = std::filesystem;
using sessions::TerminalSession;

const fs::path kRoot = WORKBOOK_ROOT;

std::string starter() { return saving::read(kRoot / "lessons/03_locks/exercise.hpp"); }
std::string solution() { return saving::read(kRoot / "solutions/03_locks/exercise.hpp"); }
std::string mutant(const std::string& name) { return saving::read(kRoot / "tests/03_locks/mutants" / (name + ".hpp")); }

std::string with(std::string text, const std::string& what, const std::string& instead) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), instead);
}

std::string that_does_not_compile() { return with(starter(), "workbook::not_done(\"03.1\");", "no_such_name;"); }

// No compiler's cache knows this one.
std::string never_seen(const std::string& text) {
  std::random_device source;
  return text + fmt::format("\ninline constexpr unsigned kNeverSeen{}{} = 1;\n", source(), source());
}

// Its add() never returns, and burns no more than the judge allows.
std::string that_hangs() {
  return with(solution(), "sum_ += part;", "for (volatile bool on = true; on;) {\n  }\n  sum_ += part;");
}

// The subject's process, by as much of its name as the kernel keeps.
constexpr const char* kSubject = "03_locks_subjec";
constexpr const char* kCompiler = "cc1plus";

class WatchInATerminal : public testing::Test {
 protected:
  static void start_with(TerminalSession& session, const std::string& exercise) {
    saving::in_place(session.exercise("03_locks"), exercise);
    session.type("./workbook watch 03; echo code $?", "Enter");
  }
  static void start(TerminalSession& session) {
    start_with(session, starter());
    ASSERT_TRUE(session.shows("03_locks: not done ("));
  }
  static void expect_nothing_left(TerminalSession& session) {
    EXPECT_TRUE(TerminalSession::comes_true([&] { return session.running().empty(); }))
        << testing::PrintToString(session.running());
    EXPECT_EQ(session.changes(), "");
  }
};

TEST_F(WatchInATerminal, ChecksAfterEverySave) {
  TerminalSession session;
  const fs::path exercise = session.exercise("03_locks");
  start(session);
  saving::in_place(exercise, mutant("no_lock"));
  ASSERT_TRUE(session.shows("no lock was held"));
  saving::by_rename(exercise, solution());
  ASSERT_TRUE(session.shows("03_locks: passed ("));
  saving::by_deletion(exercise, mutant("float_sum"));
  ASSERT_TRUE(session.shows("as in a float"));
  saving::in_place(exercise, that_does_not_compile());
  ASSERT_TRUE(session.shows("wrong (it does not compile)"));
  saving::in_place(exercise, that_hangs());
  ASSERT_TRUE(TerminalSession::comes_true([&] { return session.runs(kSubject); }));
  saving::by_rename(exercise, solution());
  ASSERT_TRUE(session.shows("03_locks: passed ("));
  EXPECT_EQ(session.running(), std::vector<std::string>{"workbook"}) << "what hung was left running";
  saving::with_backup(exercise, mutant("locked_twice"));
  ASSERT_TRUE(session.shows("Total came to a standstill"));
  saving::in_place(exercise, never_seen(mutant("no_lock")));
  ASSERT_TRUE(TerminalSession::comes_true([&] { return session.runs(kCompiler); }));
  saving::in_place(exercise, solution());
  ASSERT_TRUE(session.shows("03_locks: passed ("));
  saving::in_pieces(exercise, mutant("float_sum"));
  ASSERT_TRUE(session.shows("as in a float"));
  saving::with_its_folder(exercise, solution());
  ASSERT_TRUE(session.shows("03_locks: passed ("));

  session.press("q");
  ASSERT_TRUE(session.shows("code 0"));
  EXPECT_NE(session.all_text().find("03_locks: passed ("), std::string::npos) << session.all_text();
  expect_nothing_left(session);
}

TEST_F(WatchInATerminal, DoesWhatItsKeysSay) {
  TerminalSession session({"NO_COLOR=1"});
  start(session);
  session.press("?");
  ASSERT_TRUE(session.shows("escape back to what the check said"));
  session.press("l");
  ASSERT_TRUE(session.shows("01_sequential"));
  session.press("Escape");
  ASSERT_TRUE(session.shows("hole 03.2 is still empty"));
  session.press("End");
  ASSERT_TRUE(session.shows("03_locks: not done"));
  session.press("n");
  ASSERT_TRUE(session.shows("once the check of this one has passed"));
  session.press("x");
  ASSERT_TRUE(session.shows("no key is called 'x'"));
  saving::in_place(session.exercise("03_locks"), solution());
  ASSERT_TRUE(session.shows("03_locks: passed ("));
  session.press("n");
  ASSERT_TRUE(session.shows("read lessons/04_queues/README.md"));
  session.press("q");
  ASSERT_TRUE(session.shows("code 0"));
  expect_nothing_left(session);
}

TEST_F(WatchInATerminal, FillsEveryWindowAndHasColoursUnlessTheyAreUnwanted) {
  for (const bool plain : {false, true}) {
    TerminalSession session(plain ? std::vector<std::string>{"NO_COLOR=1"} : std::vector<std::string>{});
    start(session);
    saving::in_place(session.exercise("03_locks"), mutant("no_lock"));
    ASSERT_TRUE(session.shows("03_locks: wrong ("));
    EXPECT_EQ(session.coloured_screen().find('\033') == std::string::npos, plain) << session.coloured_screen();
    for (const auto& [columns, lines] : {std::pair{40, 10}, std::pair{132, 50}, std::pair{40, 8}, std::pair{80, 24}}) {
      session.resize(columns, lines);
      const std::string last = columns < 70 ? "h n l s r c q   ? help" : "h hint  n next  l list";
      EXPECT_TRUE(TerminalSession::comes_true([&, lines = lines] {
        const std::vector<std::string> screen = session.screen();
        return static_cast<int>(screen.size()) == lines && screen.front().starts_with("03_locks: wrong") &&
               screen.back().starts_with(last);
      })) << columns
          << " columns: " << session.all_text();
    }
    session.press("q");
    ASSERT_TRUE(session.shows("code 0"));
  }
}

TEST_F(WatchInATerminal, StopsAndGoesOnLikeAnyOtherProgram) {
  TerminalSession session;
  start(session);
  session.press("C-z");
  ASSERT_TRUE(session.shows("Stopped"));
  EXPECT_EQ(session.changes(), "");
  session.type("fg; echo back $?", "Enter");
  ASSERT_TRUE(session.shows("h hint  n next"));
  session.press("q");
  ASSERT_TRUE(session.shows("back 0"));
  expect_nothing_left(session);
}

class WatchEndedBySignal : public WatchInATerminal, public testing::WithParamInterface<int> {
 protected:
  // What ends it is sent as a person would, or another program.
  static void end(TerminalSession& session) {
    if (GetParam() == SIGINT) {
      session.press("C-c");
    } else {
      ASSERT_NE(session.foreground(), session.shell());
      kill(session.foreground(), GetParam());
    }
    session.press("Enter");
    expect_nothing_left(session);
  }
  // The same while this process runs.
  static void end_during(const std::string& process, const std::string& exercise) {
    TerminalSession session;
    start_with(session, exercise);
    ASSERT_TRUE(TerminalSession::comes_true([&] { return session.runs(process); }));
    end(session);
  }
};

TEST_P(WatchEndedBySignal, KeepsTheLastVerdict) {
  TerminalSession session;
  start(session);
  end(session);
  EXPECT_NE(session.all_text().find("03_locks: not done ("), std::string::npos) << session.all_text();
}

TEST_P(WatchEndedBySignal, LeavesNoCompiler) { end_during(kCompiler, never_seen(mutant("no_lock"))); }

TEST_P(WatchEndedBySignal, LeavesNoSubject) { end_during(kSubject, that_hangs()); }

INSTANTIATE_TEST_SUITE_P(Each, WatchEndedBySignal, testing::Values(SIGINT, SIGTERM, SIGHUP),
                         [](const auto& info) { return std::string(sigabbrev_np(info.param)); });

TEST_F(WatchInATerminal, WantsATerminal) {
  TerminalSession session;
  session.type("./workbook watch 03 </dev/null; echo code $?", "Enter");
  ASSERT_TRUE(session.shows("code 2"));
  EXPECT_NE(session.all_text().find("workbook: watch wants a terminal"), std::string::npos) << session.all_text();
}

}  // namespace

// tests/tools/interleave/replay_test.cpp: a replay string means the same schedule and the same words each time,
// wherever the program was built and lies in memory; one that does not fit says at which step.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "command.hpp"

namespace {

using cases::Explored;
using cases::Folder;
namespace fs = std::filesystem;

fs::path program_of(const std::string& name) { return fs::path(CASES_PROGRAMS) / name; }

// All that a person or a program is told, but for the seconds that it took.
std::string words_of(const Explored& explored) {
  static const std::regex seconds("\"seconds\": ?[0-9.e-]+");
  return explored.printed + explored.errors + std::regex_replace(explored.json, seconds, "\"seconds\": 0");
}

std::string replacing(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// A program that fails, and what must stand in the string of its schedule, lest a way of choosing goes untested.
struct Failing {
  std::string program;
  std::string cause;
  std::string part;
};

void PrintTo(const Failing& failing, std::ostream* out) { *out << failing.program; }

const std::vector<Failing> kFailing{{"unlocked_total_1", "race", ":2"},
                                    {"mutex_check_then_act", "wrong_result", ":2"},
                                    {"ab_ba", "deadlock", ":2"},
                                    {"condition_flag_set_unlocked", "lost_wakeup", ":"},
                                    {"crashes_on_null", "crash", ":"},
                                    {"condition_if_for_while", "wrong_result", ":s"},
                                    {"condition_time_out_ignored", "wrong_result", ":o"},
                                    {"condition_one_for_both_sides", "stuck", ":w"},
                                    {"shared_after_two_switches", "race", "+"}};

class Replay : public testing::TestWithParam<Failing> {
 protected:
  // As the search tells it.
  std::string replay() {
    const Explored found = explore("");
    EXPECT_EQ(found.kind, GetParam().cause) << found.story();
    EXPECT_NE(found.replay.find(GetParam().part), std::string::npos) << found.replay;
    return "--replay " + cases::quoted(found.replay);
  }

  Explored explore(const std::string& options, const std::string& before = "") {
    return cases::explore(program_of(GetParam().program), options, folder_, before);
  }

  // Replays it some more times, and expects the same bytes.
  void expect_same(const std::string& options, int times) {
    const Explored first = explore(options);
    EXPECT_EQ(first.kind, GetParam().cause) << first.story();
    const std::string words = words_of(first);
    for (int i = 1; i < times; ++i) ASSERT_EQ(words_of(explore(options)), words) << "replay " << i + 1;
  }

 private:
  const Folder folder_{"replay_" + GetParam().program};
};

TEST_P(Replay, SaysTheSameBytesAHundredTimes) { expect_same(replay(), 100); }

// A replay finds out anew which variables are shared. That takes up to 500 executions, each a process here, so only the
// programs are replayed that need few.
using ReplayByBaton = Replay;

TEST_P(ReplayByBaton, SaysTheSameBytes) { expect_same(replay() + " --switch baton", 5); }

TEST_P(ReplayByBaton, SaysTheSameAsByFibers) {
  const std::string options = replay();
  EXPECT_EQ(words_of(explore(options)), words_of(explore(options + " --switch baton")));
}

// Where the system does not let setarch(1) choose, both calls are by chance, and must agree all the same.
TEST_P(Replay, DoesNotDependOnWhereTheProgramLiesInMemory) {
  const std::string options = replay();
  const std::string fixed = std::system("setarch -R true") == 0 ? "setarch -R" : "";
  const std::string words = words_of(explore(options, fixed));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(words_of(explore(options)), words);
}

std::string name_of(const testing::TestParamInfo<Failing>& info) { return info.param.program; }

INSTANTIATE_TEST_SUITE_P(Failing, Replay, testing::ValuesIn(kFailing), name_of);
INSTANTIATE_TEST_SUITE_P(Failing, ReplayByBaton, testing::ValuesIn(kFailing.begin(), kFailing.begin() + 7), name_of);

// The same source in folders whose paths differ in length; an assertion's text holds the path, so that variables behind
// it may lie elsewhere.
class Rebuilt : public testing::TestWithParam<std::string> {
 protected:
  // What is said of the program when it is built there; the folder's name left out.
  std::string words_from(const std::string& subfolder, const std::string& options) {
    const fs::path there = folder_.path() / subfolder;
    fs::create_directories(there);
    const fs::path source = there / (GetParam() + ".cpp");
    fs::copy_file(fs::path(CASES) / (GetParam() + ".cpp"), source, fs::copy_options::overwrite_existing);
    last_ = cases::explore(source.string(), options, folder_);
    // Long names are wrapped into several lines, so only the JSON can be compared.
    Explored compared = last_;
    compared.printed.clear();
    return replacing(words_of(compared), there.string(), "FOLDER");
  }

  const Explored& last() const { return last_; }

 private:
  const Folder folder_{"rebuilt_" + GetParam()};
  Explored last_;
};

TEST_P(Rebuilt, HasTheSameSchedule) {
  words_from("a", "");
  ASSERT_EQ(last().verdict, "fails") << last().story();
  const std::string replay = last().replay;
  const std::string options = "--replay " + cases::quoted(replay);
  const std::string words = words_from("a", options);
  EXPECT_EQ(words_from("a_folder_with/a_name_that_is_much_longer/than_that_of/the_other_one", options), words);
  EXPECT_EQ(last().verdict, "fails") << last().story();
}

INSTANTIATE_TEST_SUITE_P(Programs, Rebuilt, testing::Values("assertion", "shared_after_two_switches"));

// Strings that do not fit.

struct Misfit {
  std::string replay;
  std::string complaint;
};

class Misfits : public testing::Test {
 protected:
  void expect_complaints(const std::string& program, const std::vector<Misfit>& misfits) {
    for (const Misfit& misfit : misfits) {
      const Explored explored =
          cases::explore(program_of(program), "--quiet --replay " + cases::quoted(misfit.replay), folder_);
      EXPECT_EQ(explored.exit_code, 2) << misfit.replay;
      EXPECT_EQ(explored.kind, "diverged") << misfit.replay;
      EXPECT_EQ(explored.printed, "the replay string does not fit: " + misfit.complaint + '\n');
    }
  }

 private:
  const Folder folder_{"misfits"};
};

std::string at_step(int step) { return "the schedule does not fit the program at step " + std::to_string(step); }

TEST_F(Misfits, SayAtWhichStep) {
  expect_complaints("unlocked_total_1", {
                                            {"5:0", at_step(5)},        // main waits for the threads
                                            {"5:7", at_step(5)},        // there is no such thread
                                            {"5:w2", at_step(5)},       // nobody is notified
                                            {"5:s1", at_step(5)},       // nobody waits
                                            {"5:o1", at_step(5)},       // nor for a time
                                            {"5:f1", at_step(5)},       // no lock is tried
                                            {"5:2,10:0", at_step(10)},  // fits at first
                                            {"900:1", at_step(15)},     // the program ends before
                                        });
  expect_complaints("condition_one_for_both_sides", {{"3:1,22:w1", at_step(22)}});  // T1 does not wait
}

TEST_F(Misfits, AreNotGuessedAt) {
  for (const std::string nonsense : {"hello", "5", "5:", ":1", "5:x1", "5:2,", ",5:2", "0:1", "-5:1", "5:-2", "5:99",
                                     "99999999999:1", "+zz", "5:2 7:1", "5 :2", "5:2,5:1", "7:2,5:2", "1:1:1", " "}) {
    expect_complaints("unlocked_total_1", {{nonsense, "the replay string is not understood: " + nonsense}});
  }
}

}  // namespace

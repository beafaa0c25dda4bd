// tests/tools/interleave/cases_test.cpp: the explorer says of every case program what the program's first lines demand.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "case_file.hpp"
#include "command.hpp"
#include "judgement.hpp"

namespace {

using cases::CaseFile;
using cases::Explored;
using cases::Folder;
namespace fs = std::filesystem;

// Made by CMake of the files in cases/, each line a name in quotes and a comma.
const std::vector<std::string> kNames{
#include "cases.inc"
};

const std::set<std::string>& kinds() {
  static const std::set<std::string> kinds = cases::kinds_of_failure();
  return kinds;
}

// The program that was built of a case.
fs::path program_of(const fs::path& file) { return fs::path(CASES_PROGRAMS) / file.stem(); }

fs::path path_of(const std::string& name) { return fs::path(CASES) / name; }

std::string without_dot(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '.', '_');
  return name;
}

void expect_executions(const CaseFile& wanted, const Explored& explored) {
  if (!wanted.executions) return;
  EXPECT_EQ(explored.reduced_executions, *wanted.executions);
  EXPECT_TRUE(explored.reduced_is_complete);
}

// The replay string leads to the same failure, and to the same words each time.
void expect_replay(const CaseFile& wanted, const fs::path& file, const Explored& explored, const Folder& folder) {
  ASSERT_NE(explored.replay, "") << "a failure without a replay string";
  const std::string options = wanted.options + " --replay " + cases::quoted(explored.replay);
  const Explored first = cases::explore(file, options, folder);
  const Explored second = cases::explore(file, options, folder);
  EXPECT_EQ(first.kind, explored.kind) << "replayed:\n" << first.story();
  EXPECT_EQ(first.printed, second.printed) << "two replays of " << explored.replay << " print different things";
}

class Header : public testing::TestWithParam<std::string> {};

TEST_P(Header, IsComplete) { EXPECT_NO_THROW(cases::read_case(path_of(GetParam()), kinds())); }

INSTANTIATE_TEST_SUITE_P(Cases, Header, testing::ValuesIn(kNames), without_dot);

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, IsJudgedRightly) {
  const fs::path file = path_of(GetParam());
  const CaseFile wanted = cases::read_case(file, kinds());
  const Folder folder("case_" + GetParam());
  const Explored explored = cases::explore(program_of(file), wanted.options, folder);
  SCOPED_TRACE(explored.story());
  cases::expect_as_demanded(wanted, explored);
  expect_executions(wanted, explored);
  if (cases::has_schedule(explored)) expect_replay(wanted, program_of(file), explored, folder);
}

INSTANTIATE_TEST_SUITE_P(Cases, Case, testing::ValuesIn(kNames), without_dot);

// Every fifth case, and of each so many schedules, since a process for each execution is slow.
constexpr const char* kMostByBaton = " --executions 300";

std::vector<std::string> some_names() {
  std::vector<std::string> some;
  for (std::size_t i = 0; i < kNames.size(); i += 5) some.push_back(kNames[i]);
  std::erase(some, "sixty_four_threads.cpp");  // as many processes, of as many threads each
  return some;
}

class Baton : public testing::TestWithParam<std::string> {};

TEST_P(Baton, AgreesWithFibers) {
  const fs::path file = path_of(GetParam());
  const CaseFile wanted = cases::read_case(file, kinds());
  const Folder folder("baton_" + GetParam());
  const bool has_own_limit = wanted.options.find("--executions") != std::string::npos;
  const std::string options = wanted.options + (has_own_limit ? "" : kMostByBaton);
  const Explored by_fibers = cases::explore(program_of(file), options, folder);
  const Explored by_baton = cases::explore(program_of(file), options + " --switch baton", folder);
  SCOPED_TRACE("fibers: " + by_fibers.story() + "\nbaton: " + by_baton.story());
  EXPECT_NE(by_baton.verdict, "");
  EXPECT_EQ(by_baton.verdict, by_fibers.verdict);
  EXPECT_EQ(by_baton.kind, by_fibers.kind);
  EXPECT_EQ(by_baton.replay, by_fibers.replay);
  // Where time ran out, how many there were says nothing.
  if (by_fibers.reduced_is_complete && by_baton.reduced_is_complete) {
    EXPECT_EQ(by_baton.reduced_executions, by_fibers.reduced_executions);
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Baton, testing::ValuesIn(some_names()), without_dot);

// Every way of searching copes with as many threads and with executions as long as there may be.
class Capacity : public testing::TestWithParam<std::string> {};

TEST_P(Capacity, IsThereInEveryWayOfSearching) {
  const Folder folder("capacity_" + GetParam());
  for (const std::string name : {"sixty_four_threads_locked", "long_execution"}) {
    const Explored explored =
        cases::explore(fs::path(CASES_PROGRAMS) / name, "--steps 200000 --executions 4 --search " + GetParam(), folder);
    SCOPED_TRACE(explored.story());
    EXPECT_EQ(explored.verdict, "nothing_found");
    EXPECT_EQ(explored.printed.find("given up"), std::string::npos);
    if (name == "long_execution") {
      EXPECT_GE(explored.most_steps, 100'000);
    } else {
      EXPECT_EQ(explored.most_threads, 64);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Searches, Capacity, testing::Values("bounded", "exhaustive", "random", "pct"));

// What is beyond is said in one line: what was wanted, and what there is room for.
TEST(CapacityLimits, AreNamed) {
  const Folder folder("capacity_limits");
  const Explored explored = cases::explore(program_of("sixty_five_threads.cpp"), "--steps 1000001", folder);
  EXPECT_EQ(explored.exit_code, 2);
  EXPECT_NE(explored.errors.find("got '1000001', wanted 1 to 1000000 steps"), std::string::npos) << explored.errors;
  const Explored most = cases::explore(program_of("lost_updates_once.cpp"), "--steps 1000000", folder);
  EXPECT_EQ(most.verdict, "proved") << most.story();
}

// The collection as a whole.

TEST(Collection, ShowsEveryKindOfFailure) {
  std::set<std::string> shown;
  for (const std::string& name : kNames) shown.merge(cases::read_case(path_of(name), kinds()).causes);
  // These two are no failures of a program.
  shown.insert({"diverged", "unsupported"});
  for (const std::string& kind : kinds()) EXPECT_TRUE(shown.contains(kind)) << "no case fails by " << kind;
}

TEST(Collection, IsLarge) { EXPECT_GE(kNames.size(), 100U); }

// A header that is off must not pass for one that demands nothing.

class BadHeader : public testing::Test {
 protected:
  std::string complaint_about(const std::string& text) const {
    std::ofstream(folder_.path() / "case.cpp") << text;
    try {
      cases::read_case(folder_.path() / "case.cpp", kinds());
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

 private:
  const Folder folder_{"bad_header"};
};

TEST_F(BadHeader, IsRefused) {
  EXPECT_EQ(complaint_about("// Shows.\n"), "case.cpp: there is no verdict");
  EXPECT_EQ(complaint_about("// verdict: proved\n"), "case.cpp: there is no explanation");
  EXPECT_EQ(complaint_about("// verdict: fine\n// Shows.\n"), "case.cpp: 'fine' is unknown");
  EXPECT_EQ(complaint_about("// verdict: fails\n// cause: bad luck\n// Shows.\n"), "case.cpp: 'bad luck' is unknown");
  EXPECT_EQ(complaint_about("// verdict: proved\n// clause: race\n// Shows.\n"),
            "case.cpp: the key 'clause' is unknown");
  EXPECT_EQ(complaint_about("// verdict: proved\n// Shows.\n// says: more\n"),
            "case.cpp: '// says: more' stands behind the explanation");
  EXPECT_EQ(complaint_about("// verdict: proved\n// executions: many\n// Shows.\n"), "case.cpp: 'many' is no count");
}

TEST_F(BadHeader, IsRefusedWhereItContradictsItself) {
  EXPECT_EQ(complaint_about("// verdict: fails\n// Shows.\n"),
            "case.cpp: a cause is needed where it fails, and nowhere else");
  EXPECT_EQ(complaint_about("// verdict: proved\n// cause: race\n// Shows.\n"),
            "case.cpp: a cause is needed where it fails, and nowhere else");
  EXPECT_EQ(complaint_about("// verdict: fails, proved\n// cause: race\n// Shows.\n"),
            "case.cpp: a program that fails has no other verdict");
  EXPECT_EQ(complaint_about("// verdict: fails\n// cause: race\n// executions: 2\n// Shows.\n"),
            "case.cpp: executions are counted of what is proved");
}

TEST_F(BadHeader, IsNotEveryHeader) {
  EXPECT_EQ(complaint_about("// verdict: proved\n// executions: 2\n// Shows.\n"), "");
  EXPECT_EQ(complaint_about("// verdict: fails\n// cause: race, deadlock\n// says: words\n// Shows.\n"), "");
}

}  // namespace

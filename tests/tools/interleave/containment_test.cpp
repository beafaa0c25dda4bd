// tests/tools/interleave/containment_test.cpp: programs that misbehave harm neither the search nor the machine. Each
// gets a verdict with its schedule or is refused by name, ends within a bound, and leaves no process behind.
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

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

// Made by CMake of the files in hostile/, each line a name in quotes and a comma.
const std::vector<std::string> kNames{
#include "hostile.inc"
};

std::string without_dot(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '.', '_');
  return name;
}

// For the shell. Wide enough for the explorer, and narrow enough for any machine.
std::string limits(const CaseFile& wanted) {
  constexpr long kKilobytesOfAddresses = 3L << 20;
  constexpr long kBlocksOfAFile = 64L << 10;
  return "ulimit -v " + std::to_string(kKilobytesOfAddresses) + "; ulimit -f " + std::to_string(kBlocksOfAFile) +
         "; ulimit -t " + std::to_string(wanted.processor_seconds) + "; exec timeout --signal=KILL 120";
}

std::vector<pid_t> children() {
  std::vector<pid_t> found;
  for (const auto& task : fs::directory_iterator("/proc/self/task")) {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) found.push_back(child);
  }
  return found;
}

// Whether the process ends by itself: one that was killed a moment ago may still be at it.
bool ends(pid_t child) {
  constexpr int kMilliseconds = 20'000;
  const int file = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd end{file, POLLIN, 0};
  const bool ended = poll(&end, 1, kMilliseconds) == 1;
  close(file);
  return ended;
}

// Orphans become our children, so that none is overlooked.
void adopt_orphans() { prctl(PR_SET_CHILD_SUBREAPER, 1); }

void expect_nobody_left() {
  for (const pid_t child : children()) {
    EXPECT_TRUE(ends(child)) << "process " << child << " was left behind";
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
}

Explored explore_hostile(const std::string& name, const std::string& more_options) {
  const CaseFile wanted = cases::read_case(fs::path(HOSTILE) / name, cases::kinds_of_failure());
  const Folder folder("hostile_" + name);
  adopt_orphans();
  const fs::path program = fs::path(HOSTILE_PROGRAMS) / fs::path(name).stem();
  Explored explored = cases::explore(program, wanted.options + more_options, folder, limits(wanted));
  SCOPED_TRACE(explored.story());
  cases::expect_as_demanded(wanted, explored);
  if (cases::has_schedule(explored)) {
    EXPECT_NE(explored.replay, "");
  }
  expect_nobody_left();
  return explored;
}

class Hostile : public testing::TestWithParam<std::string> {};

TEST_P(Hostile, IsContained) { explore_hostile(GetParam(), ""); }

INSTANTIATE_TEST_SUITE_P(Programs, Hostile, testing::ValuesIn(kNames), without_dot);

// With a process for each execution it is that process that comes to harm.
class HostileByBaton : public testing::TestWithParam<std::string> {};

TEST_P(HostileByBaton, IsContained) { explore_hostile(GetParam(), " --switch baton"); }

INSTANTIATE_TEST_SUITE_P(Programs, HostileByBaton,
                         testing::Values("raises_kill.cpp", "raises_stop.cpp", "writes_over_its_stack.cpp",
                                         "recurses_without_end.cpp", "exits_at_once.cpp", "forks.cpp"),
                         without_dot);

// The checks above must see a process that is left behind.
TEST(Leftovers, AreSeen) {
  adopt_orphans();
  const int status = std::system("sleep 1000 & exit 0");
  ASSERT_EQ(status, 0);
  const std::vector<pid_t> left = children();
  ASSERT_EQ(left.size(), 1U);
  kill(left.front(), SIGKILL);
  expect_nobody_left();
  EXPECT_TRUE(children().empty());
}

}  // namespace

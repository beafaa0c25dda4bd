// tests/tools/interleave/explore_test.cpp: programs that break off, hang or say nothing, and what is made of them.
#include "interleave/command/explore.hpp"

#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>

namespace {

using interleave::Explored;
using interleave::Request;
using interleave::Verdict;

class Exploring : public testing::Test {
 protected:
  Explored explore(const std::string& records, const std::string& end) {
    const workbook::TemporaryFolder folder;
    const std::string file = folder.path() / "records";
    std::ofstream(file) << records;
    Request request;
    request.program = SAYER;
    request.arguments = {file, end};
    request.patience = patience_;
    return interleave::explore(request, on_progress_, [this](std::string_view bytes) { output_ += bytes; });
  }

  std::chrono::seconds patience_{20};
  std::string output_;
  std::function<void(const interleave::Progress&)> on_progress_;
};

const std::string kProgress = "progress\tbound 1\t77\t0.5\t0\n";

TEST_F(Exploring, GivesBackWhatTheProgramReports) {
  const Explored explored = explore("verdict\tproved\nend\n", "exit 0");
  EXPECT_EQ(explored.report.verdict, Verdict::proved);
  EXPECT_TRUE(explored.report.ended);
  EXPECT_EQ(explored.records, 2);
}

TEST_F(Exploring, KeepsItsVerdictHoweverTheProgramEndsBehindItsLastRecord) {
  for (const std::string end : {"exit 7", "signal 9"}) {
    EXPECT_EQ(explore("verdict\tproved\nend\n", end).report.verdict, Verdict::proved) << end;
  }
}

TEST_F(Exploring, SaysWhichSignalBrokeItOff) {
  const Explored explored = explore(kProgress, "signal " + std::to_string(SIGKILL));
  EXPECT_EQ(explored.report.verdict, Verdict::fault);
  EXPECT_EQ(explored.report.failure->text, "the program was ended by SIGKILL outside the search");
  EXPECT_EQ(explored.report.executions, 77);
}

TEST_F(Exploring, SaysWithWhichCodeItBrokeOff) {
  const Explored explored = explore("verdict\tproved\n", "exit 4");
  EXPECT_EQ(explored.report.verdict, Verdict::fault);
  EXPECT_EQ(explored.report.failure->text, "the program ended with exit code 4 before its last record");
}

TEST_F(Exploring, RefusesRecordsThatAreNone) {
  const Explored explored = explore("verdict\tproved\nnonsense\n", "hang");
  EXPECT_EQ(explored.report.verdict, Verdict::fault);
  EXPECT_EQ(explored.report.failure->text, "record 2, 'nonsense': no record has this name");
}

TEST_F(Exploring, EndsAProgramThatSaysNothingAnyMore) {
  patience_ = std::chrono::seconds(1);
  const Explored explored = explore(kProgress, "hang");
  EXPECT_TRUE(explored.timed_out);
  EXPECT_EQ(explored.signal, SIGKILL);
  EXPECT_EQ(explored.report.failure->text, "the program did not come to an end, and was ended");
}

TEST_F(Exploring, CountsNoRecordOfAProgramThatIsNotBuiltForIt) { EXPECT_EQ(explore("", "exit 0").records, 0); }

TEST_F(Exploring, HandsOnWhatTheProgramPrints) {
  explore("verdict\tproved\nend\n", "output");
  EXPECT_EQ(output_, "said by the program\n");
}

TEST_F(Exploring, LeavesNoChildBehind) {
  explore(kProgress, "signal 9");
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
}

TEST_F(Exploring, EndsWithASignalToUsAndLeavesTheSignalToOthers) {
  on_progress_ = [](const interleave::Progress&) { raise(SIGTERM); };
  const Explored explored = explore(kProgress, "hang");
  EXPECT_EQ(explored.interrupted_by, SIGTERM);
  EXPECT_EQ(explored.signal, SIGKILL);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  struct sigaction now {};
  sigaction(SIGTERM, nullptr, &now);
  EXPECT_EQ(now.sa_handler, SIG_DFL);
}

TEST(Environment, SaysWhatIsAskedAndNothingElse) {
  EXPECT_EQ(interleave::as_environment({}), "descriptor=101");
  Request request;
  request.search = "random";
  request.bound = 2;
  request.seed = 7;
  request.seconds = 0.5;
  request.executions = 100;
  request.steps = 1000;
  request.spurious = 0;
  request.try_lock_fails = true;
  request.switching = "fork";
  request.go_on = true;
  request.replay = "12:2,14:w3";
  EXPECT_EQ(interleave::as_environment(request),
            "descriptor=101 search=random bound=2 seed=7 time=0.5 executions=100 steps=1000 spurious=0 "
            "refusals=1 switch=fork "
            "continue=1 replay=12:2,14:w3");
}

TEST(Exploration, OfWhatCanNotBeStartedFails) {
  Request request;
  request.program = "/nowhere/at/all";
  EXPECT_THROW(interleave::explore(request), std::system_error);
}

}  // namespace

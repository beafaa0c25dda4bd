// tests/tools/jail/judged_test.cpp: the judge outside finds of a subject in the jail what it finds of one that is free.
#include "stage.hpp"

#include "judge/parent/subject.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using judge::Ending;
using judge::Outcome;
using stage::Place;
using stage::Stage;

class Judged : public testing::TestWithParam<Place> {
 protected:
  void SetUp() override {
    const std::string reason = stage::why_not_offered(GetParam());
    if (!reason.empty()) GTEST_SKIP() << name_of(GetParam()) << " is not offered here: " << reason;
    stage_.emplace(GetParam());
  }

  Outcome ask(const std::string& name, const judge::Limits& limits = {}) const {
    // A copy, since the job's user need not be able to reach the checkout.
    const fs::path subject = stage_->folder() / name;
    fs::copy_file(fs::path(SUBJECTS) / name, subject);
    judge::Facts asked;
    asked.set("word", "two words");
    asked.set("third", 1.0 / 3);
    return judge::ask(subject, "echo", asked, limits, prefix());
  }

  std::vector<std::string> prefix() const { return {(stage_->folder() / "jail").string(), "--rung", GetParam().rung}; }
  const Stage& stage() const { return *stage_; }

 private:
  std::optional<Stage> stage_;
};

void expect(const Outcome& outcome, Ending ending, const std::string& reason) {
  EXPECT_EQ(static_cast<int>(outcome.ending), static_cast<int>(ending)) << "reason: " << outcome.reason;
  EXPECT_NE(outcome.reason.find(reason), std::string::npos)
      << "the reason is '" << outcome.reason << "', wanted '" << reason << "' in it";
}

TEST_P(Judged, AnswersOverThePrivateDescriptor) {
  const Outcome outcome = ask("answers");
  expect(outcome, Ending::answered, "");
  EXPECT_EQ(outcome.answer.number("third"), 1.0 / 3);
}

TEST_P(Judged, CrashIsToldByItsSignal) {
  expect(ask("crashes"), Ending::crashed, "signal 11 (Segmentation fault)");
  expect(ask("aborts"), Ending::crashed, "signal 6 (Aborted); the last line it printed: the queue was empty");
}

TEST_P(Judged, EndIsToldByItsCode) {
  expect(ask("exits_early"), Ending::ended_early, "ended with exit code 0 before it gave an answer");
  expect(ask("fails_after_answer"), Ending::ended_early, "ended with exit code 7 after its answer, wanted 0");
  expect(ask("not_done"), Ending::not_done, "hole 99.1 is still empty");
}

TEST_P(Judged, StandstillIsProved) {
  for (const char* const name : {"waits_for_ever", "waits_for_its_child", "stays_after_answer"}) {
    const Outcome outcome = ask(name);
    expect(outcome, Ending::hung, "every thread waits");
    EXPECT_EQ(outcome.stood_still, std::ifstream("/proc/self/syscall").good()) << name;
  }
}

TEST_P(Judged, WhomSomebodyWillWakeDoesNotStandStill) {
  for (const char* const name : {"woken_by_a_thread", "woken_by_a_time_out", "woken_by_an_alarm",
                                 "woken_by_an_orphaned_thread", "woken_from_outside"}) {
    expect(ask(name), Ending::answered, "");
  }
}

TEST_P(Judged, LimitsAreTheJudges) {
  expect(ask("takes_memory"), Ending::threw, "std::bad_alloc");
  expect(ask("writes_a_large_file"), Ending::crashed, "signal 25 (File size limit exceeded)");
  judge::Limits limits;
  limits.deadline = std::chrono::seconds(120);
  limits.cpu = std::chrono::seconds(1);
  expect(ask("loops_for_ever", limits), Ending::hung, "used 1 s of processor time");
}

TEST_P(Judged, RubbishOnThePrivateChannelIsNotBelieved) {
  expect(ask("writes_rubbish"), Ending::meddled, "wrote on the judge's private channel");
}

TEST_P(Judged, FaultOfTheJailIsNoStudents) {
  std::vector<std::string> jail = prefix();
  jail.insert(jail.end(), {"--read", "/no/such/place"});
  fs::copy_file(fs::path(SUBJECTS) / "answers", stage().folder() / "answers");
  expect(judge::ask(stage().folder() / "answers", "echo", {}, {}, jail), Ending::no_start, "jail: /no/such/place");
}

INSTANTIATE_TEST_SUITE_P(Rungs, Judged, testing::ValuesIn(stage::places_of_ours()),
                         [](const auto& info) { return name_of(info.param); });

}  // namespace

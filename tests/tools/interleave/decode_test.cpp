// tests/tools/interleave/decode_test.cpp: records become a Report, and what is no record is refused by name.
#include "interleave/report/report.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using interleave::BadRecord;
using interleave::Decoder;
using interleave::Progress;
using interleave::Report;
using interleave::Verdict;

// One record of each name, as report.hpp lists them.
const std::string kEverything =
    "progress\tbound 1\t120\t0.5\t3\n"
    "phase\tbound 0\t20\t1\t2\t0\n"
    "total\t22\t0.25\t3\t41\t3\n"
    "verdict\tfails\n"
    "limit\ta tab\\t, a line\\n, a backslash\\\\\n"
    "external\tqsort\n"
    "failure\tassertion\tx == 1\t134\n"
    "replay\t12:2,14:w3\n"
    "thread\t1\t0x401000\n"
    "step\t7\t1\twrite\t0x404040\t4\t00000000\t2a000000\t1\twakes T2\t0x401234,0x401300\n"
    "waits\t2\tlock\t0x404060\t-1\t\n"
    "race\t0x404040\t4\t1\tread\t3\t0x401234\t2\twrite\t5\t0x401240,0x401250\n"
    "wakeup\t9\t2\t0x404080\n"
    "warning\tlock_order\ta and b\t0x1\t0x2\t0x3\t0x4,0x5\n"
    "watched\t0x404040\t4\tint\ttotal\n"
    "outcome\t1 1\t17\t3:1\n"
    "printed\tline one\\nline two\\n\n"
    "outputs\t2\n"
    "end\n";

Report decoded(const std::string& text) {
  Decoder decoder;
  decoder.take(text);
  return decoder.report();
}

std::string complaint_about(const std::string& text) {
  try {
    decoded(text);
  } catch (const BadRecord& bad) {
    return bad.what();
  }
  return "(none)";
}

TEST(Decoder, TakesTheRecordsOfASearch) {
  const Report report = decoded(kEverything);
  EXPECT_TRUE(report.ended);
  EXPECT_EQ(report.verdict, Verdict::fails);
  EXPECT_EQ(report.executions, 22);
  EXPECT_EQ(report.seconds, 0.25);
  EXPECT_EQ(report.points, 3);
  EXPECT_EQ(report.most_steps, 41);
  EXPECT_EQ(report.most_threads, 3);
  ASSERT_EQ(report.phases.size(), 1U);
  EXPECT_EQ(report.phases[0].name, "bound 0");
  EXPECT_EQ(report.phases[0].executions, 20);
  EXPECT_TRUE(report.phases[0].complete);
  EXPECT_EQ(report.phases[0].blocked, 2);
  EXPECT_EQ(report.externals, std::vector<std::string>{"qsort"});
  EXPECT_EQ(report.failure->kind, "assertion");
  EXPECT_EQ(report.failure->text, "x == 1");
  EXPECT_EQ(report.failure->exit_code, 134);
  EXPECT_EQ(report.replay, "12:2,14:w3");
  EXPECT_EQ(report.outputs, 2);
}

TEST(Decoder, TakesEveryFieldOfAStep) {
  const interleave::Step step = decoded(kEverything).steps.at(0);
  EXPECT_EQ(step.number, 7);
  EXPECT_EQ(step.thread, 1);
  EXPECT_EQ(step.operation, "write");
  EXPECT_EQ(step.address, 0x404040U);
  EXPECT_EQ(step.size, 4);
  EXPECT_EQ(step.before, std::string(4, '\0'));
  EXPECT_EQ(step.after, std::string("\x2a\0\0\0", 4));
  EXPECT_TRUE(step.preempts);
  EXPECT_EQ(step.note, "wakes T2");
  EXPECT_EQ(step.stack, (interleave::Stack{0x401234, 0x401300}));
}

TEST(Decoder, TakesBothSidesOfARaceInTheirOrder) {
  const interleave::Race race = decoded(kEverything).races.at(0);
  EXPECT_EQ(race.first.operation, "read");
  EXPECT_EQ(race.first.step, 3);
  EXPECT_EQ(race.second.thread, 2);
  EXPECT_EQ(race.second.stack.size(), 2U);
}

TEST(Decoder, TakesWhatIsSaidAboutThreadsAndVariables) {
  const Report report = decoded(kEverything);
  EXPECT_EQ(report.threads.at(0).function, 0x401000U);
  EXPECT_EQ(report.waiting.at(0).holder, -1);
  EXPECT_TRUE(report.waiting.at(0).stack.empty());
  EXPECT_EQ(report.lost_notifications.at(0).step, 9);
  EXPECT_EQ(report.warnings.at(0).second.size(), 2U);
  EXPECT_EQ(report.watched.at(0).name, "total");
  EXPECT_EQ(report.outcomes.at(0).replay, "3:1");
}

TEST(Decoder, TurnsEscapesBack) {
  const Report report = decoded(kEverything);
  EXPECT_EQ(report.limits.at(0), "a tab\t, a line\n, a backslash\\");
  EXPECT_EQ(report.printed, "line one\nline two\n");
}

TEST(Decoder, TakesPiecesOfAnySize) {
  for (const std::size_t size : {1U, 2U, 7U, 100U}) {
    Decoder decoder;
    for (std::size_t at = 0; at < kEverything.size(); at += size) {
      decoder.take(std::string_view(kEverything).substr(at, size));
    }
    EXPECT_TRUE(decoder.report().ended) << size;
    EXPECT_EQ(decoder.report().steps.size(), 1U) << size;
    EXPECT_EQ(decoder.records(), 19) << size;
  }
}

TEST(Decoder, HandsOnProgress) {
  std::vector<Progress> seen;
  Decoder decoder([&](const Progress& progress) { seen.push_back(progress); });
  decoder.take(kEverything);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].phase, "bound 1");
  EXPECT_EQ(seen[0].executions, 120);
  EXPECT_EQ(decoder.last_progress().cut, 3);
}

TEST(Decoder, KeepsAReportWithoutItsLastRecordOpen) {
  EXPECT_FALSE(decoded(kEverything.substr(0, kEverything.size() - 4)).ended);
}

TEST(Decoder, NamesWhatItRefuses) {
  EXPECT_EQ(complaint_about("hello\tworld\n"), "record 1, 'hello': no record has this name");
  EXPECT_EQ(complaint_about("outputs\t2\noutputs\tmany\n"), "record 2, 'outputs': got 'many', wanted a whole number");
  EXPECT_EQ(complaint_about("outputs\n"), "record 1, 'outputs': fields are missing at its end");
  EXPECT_EQ(complaint_about("outputs\t2\t3\n"), "record 1, 'outputs': it has more fields than it should");
  EXPECT_EQ(complaint_about("verdict\tfine\n"), "record 1, 'verdict': got 'fine', wanted a verdict");
  EXPECT_EQ(complaint_about("thread\t1\t401000\n"),
            "record 1, 'thread': got '401000', wanted an address such as 0x4c1f20");
  EXPECT_EQ(complaint_about("limit\ta\\q\n"), "record 1, 'limit': a text holds the unknown escape \\q");
  EXPECT_EQ(complaint_about("limit\ta\\\n"), "record 1, 'limit': a text ends with a single backslash");
  EXPECT_EQ(complaint_about("phase\tx\t1\t2\t0\t0\n"), "record 1, 'phase': got '2', wanted 0 or 1");
  EXPECT_EQ(complaint_about("end\noutputs\t1\n"), "record 2, 'outputs': it follows the last record");
}

TEST(Decoder, RefusesBytesThatAreNotInPairs) {
  EXPECT_EQ(complaint_about("step\t1\t1\tread\t0x1\t1\t012\t01\t0\t\t\n"),
            "record 1, 'step': got '012', wanted pairs of hexadecimal digits");
}

// Whatever comes, it is taken or refused, and nothing else happens.
TEST(Decoder, SurvivesGarbage) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text = kEverything;
    for (int i = 0; i < 3; ++i) text[random() % text.size()] = static_cast<char>(random() % 256);
    if (complaint_about(text) != "(none)") ++refused;
  }
  EXPECT_GT(refused, 500);
}

}  // namespace

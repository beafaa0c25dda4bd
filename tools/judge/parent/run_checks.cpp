// tools/judge/parent/run_checks.cpp: runs GoogleTest's tests as checks of one subject, as the command line says.
#include "judge/parent/checks.hpp"
#include "judge/parent/expectation.hpp"
#include "judge/parent/judging.hpp"
#include "judge/parent/shown.hpp"
#include "judge/verdict/json.hpp"
#include "judge/verdict/printable.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <string_view>
#include <system_error>

extern char** environ;

namespace judge {

namespace {

Settings given;
LessonVerdict judged;

// Of the running check, once it ended before its last line.
std::optional<EarlyEnd> early_end;

// Of the running check, should it pass.
std::vector<Remark> remarks;

// Takes the place of GoogleTest's own printer.
class Recorder : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo&) override {
    early_end.reset();
    remarks.clear();
  }

  void OnTestPartResult(const testing::TestPartResult& part) override {
    if (!part.failed()) return;
    // A failure that no finding announced, such as an exception in a check, is no student's fault. GoogleTest reports
    // it from a place that no exception may leave.
    const bool announced = early_end.has_value();
    if (!announced) early_end = EarlyEnd{Verdict::bug, bug(printable(part.message()))};
    if (announced && part.fatally_failed()) throw testing::AssertionException(part);
  }

  void OnTestEnd(const testing::TestInfo& info) override {
    CheckResult result{std::string(info.test_suite_name()) + '.' + info.name()};
    if (early_end) {
      result.verdict = early_end->verdict;
      result.message = early_end->message;
      result.finding = early_end->finding;
    } else {
      result.remarks = remarks;
    }
    // Who asks for one schedule is told of its check alone.
    if (!given.replay.empty() && result.verdict == Verdict::passed && result.remarks.empty()) return;
    std::cout << shown(result, judged.checks) << std::flush;
    judged.checks.push_back(result);
  }
};

bool take_option(std::string_view word, std::string_view name, const std::function<void(std::string)>& use) {
  if (!word.starts_with(name)) return false;
  use(std::string(word.substr(name.size())));
  return true;
}

// Whether the word was understood.
bool take(std::string_view word) {
  if (word == "--one-cpu") return given.one_cpu = true;
  if (word == "--sanitized") return given.sanitized = true;
  if (word == "--expect-not-done") return given.expect_not_done = true;
  return take_option(word, "--subject=", [](const std::string& v) { given.subject = v; }) ||
         take_option(word, "--explored=", [](const std::string& v) { given.explored = v; }) ||
         take_option(word, "--replay=", [](const std::string& v) { given.replay = v; }) ||
         take_option(word, "--jail=", [](const std::string& v) { given.jail.push_back(v); }) ||
         take_option(word, "--json=", [](const std::string& v) { given.json = v; }) ||
         take_option(word, "--lesson=", [](const std::string& v) { given.lesson = v; }) ||
         take_option(word, "--seed=", [](const std::string& v) { given.seed = std::stoull(v); }) ||
         take_option(word, "--expect=", [](const std::string& v) { given.expectation = v; });
}

void forget_settings_of_googletest() {
  for (char** entry = environ; *entry != nullptr;) {
    const std::string_view text = *entry;
    if (text.starts_with("GTEST_")) {
      unsetenv(std::string(text.substr(0, text.find('='))).c_str());
      entry = environ;
    } else {
      ++entry;
    }
  }
}

int report_expectation(const std::string& problem) {
  if (problem.empty()) {
    std::cout << "as expected\n";
    return 0;
  }
  std::cout << "not as expected: " << problem << '\n';
  return 1;
}

// A starter passes what is given, and is "not done" in all the rest.
std::string starters_difference() {
  for (const CheckResult& result : judged.checks) {
    if (result.verdict == Verdict::not_done || result.verdict == Verdict::passed) continue;
    return result.name + " is '" + word_for(result.verdict) + "', wanted 'not done'";
  }
  return verdict_of(judged.checks) == Verdict::not_done ? "" : "no check says 'not done'";
}

int report_replay() {
  if (!judged.checks.empty()) return exit_code_for(verdict_of(judged.checks));
  std::cerr << "workbook: got --replay " << given.replay << ", wanted SCENARIO@SCHEDULE as a message of lesson "
            << given.lesson.substr(0, 2) << " has it\n";
  return exit_code_for(Verdict::bug);
}

void write_json() {
  std::ofstream file(given.json);
  file << as_json(judged) << '\n' << std::flush;
  if (!file) throw std::runtime_error("cannot write " + given.json.string());
}

// The verdict is ours to make, not GoogleTest's: an expected failure is none.
void run_tests() {
  testing::TestEventListeners& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  listeners.Append(new Recorder);  // GoogleTest owns it.
  judged.lesson = given.lesson;
  judged.seed = given.seed;
  [[maybe_unused]] const int googletests_verdict = RUN_ALL_TESTS();
}

int report() {
  if (std::ssize(judged.checks) != testing::UnitTest::GetInstance()->test_to_run_count()) {
    judged.checks.push_back({"Judge.RunsEveryCheck", Verdict::bug, bug("not every check was run")});
  }
  if (!given.json.empty()) write_json();
  std::cout << given.lesson << ": " << word_for(verdict_of(judged)) << " (" << summary_of(judged) << ")\n";
  if (given.expect_not_done) return report_expectation(starters_difference());
  if (!given.expectation.empty()) {
    return report_expectation(difference(read_expectation(given.expectation), judged.checks));
  }
  return exit_code_for(verdict_of(judged));
}

}  // namespace

const Settings& settings() { return given; }

void end_check(EarlyEnd end) {
  early_end = std::move(end);
  const auto fail = [] { FAIL() << early_end->message; };
  fail();
  // Recorder::OnTestPartResult() has thrown by now.
  std::abort();
}

std::string bug(const std::string& what) { return "workbook bug: " + what; }

void remark(const Remark& remark) { remarks.push_back(remark); }

int run_checks(int argc, char** argv) {
  forget_settings_of_googletest();
  given.seed = std::random_device()();
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (!take(argv[i])) {
      std::cerr << "got '" << argv[i]
                << "', wanted --subject=PROGRAM --lesson=NN_topic [--explored=PROGRAM] [--seed=N] "
                << "[--one-cpu] [--sanitized] [--jail=PROGRAM [--jail=OPTION ...]] "
                   "[--replay=SCENARIO@SCHEDULE] [--json=FILE] "
                   "[--expect=FILE | --expect-not-done] [--gtest_filter=Suite.Test]\n";
      return exit_code_for(Verdict::bug);
    }
  }
  if (!given.replay.empty()) testing::GTEST_FLAG(filter) = "Schedules.*";
  run_tests();
  return given.replay.empty() ? report() : report_replay();
}

}  // namespace judge

// tools/judge/parent/checks.cpp: runs GoogleTest's tests as checks of one subject, and prints what a student reads.
#include "judge/parent/checks.hpp"

#include "judge/parent/judging.hpp"
#include "judge/parent/verdicts.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <sstream>
#include <string_view>

extern char** environ;

namespace judge {

namespace {

constexpr int kTries = 3;
constexpr std::chrono::milliseconds kDeadlineAfterAHang{3'000};

Settings given;
CheckResults results;

// How the running check ended, once it ended before its last line.
struct EarlyEnd {
  Verdict verdict;
  std::string message;
};
std::optional<EarlyEnd> early_end;

// What stands behind the name of the running check, should it pass.
std::string remarks;

bool colours() { return std::getenv("NO_COLOR") == nullptr && isatty(STDOUT_FILENO) != 0; }

std::string painted(Verdict verdict) {
  std::string word = verdict == Verdict::passed ? "ok" : word_for(verdict);
  word.resize(std::max<std::size_t>(word.size(), 12), ' ');
  if (!colours()) return word;
  const char* const colour = verdict == Verdict::passed  ? "\033[32m"
                             : verdict == Verdict::wrong ? "\033[31m"
                                                         : "\033[33m";
  return colour + word + "\033[0m";
}

std::string indented(const std::string& text) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += "    " + line + '\n';
  return result;
}

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
    if (!announced) early_end = EarlyEnd{Verdict::bug, bug(part.message())};
    if (announced && part.fatally_failed()) throw testing::AssertionException(part);
  }

  void OnTestEnd(const testing::TestInfo& info) override {
    const std::string name = std::string(info.test_suite_name()) + '.' + info.name();
    const EarlyEnd end = early_end.value_or(EarlyEnd{Verdict::passed, ""});
    // Who asks for one schedule is told of its check alone.
    if (!given.replay.empty() && end.verdict == Verdict::passed && remarks.empty()) return;
    results.push_back({name, end.verdict, end.message});
    std::cout << "  " << painted(end.verdict) << "  " << name;
    // What is not done needs no explanation, and there is much of it in the beginning.
    if (end.verdict == Verdict::not_done) {
      std::cout << "  (" << end.message << ")\n" << std::flush;
    } else if (end.verdict == Verdict::passed && !remarks.empty()) {
      std::cout << "  " << remarks << '\n' << std::flush;
    } else {
      std::cout << '\n' << indented(end.message) << std::flush;
    }
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
  for (const CheckResult& result : results) {
    if (result.verdict == Verdict::not_done || result.verdict == Verdict::passed) continue;
    return result.name + " is '" + word_for(result.verdict) + "', wanted 'not done'";
  }
  return verdict_of(results) == Verdict::not_done ? "" : "no check says 'not done'";
}

int report_replay() {
  if (!results.empty()) return exit_code_for(verdict_of(results));
  std::cerr << "workbook: got --replay " << given.replay << ", wanted SCENARIO@SCHEDULE as a message of lesson "
            << given.lesson.substr(0, 2) << " has it\n";
  return exit_code_for(Verdict::bug);
}

// The usual ways in which the standard library ends a program, by what it prints.
[[noreturn]] void wrong_by_crash(const Outcome& outcome, const std::string& hole) {
  const auto printed = [&](const char* words) { return outcome.printed.find(words) != std::string::npos; };
  if (printed("terminate called without an active exception")) {
    wrong({hole, outcome.reason, "a std::thread was destroyed before it was joined, and that ends the program",
           "join every thread on every way out; std::jthread joins by itself"});
  }
  if (printed("terminate called after throwing")) {
    wrong({hole, outcome.reason, "an exception left a thread's function, and that ends the program",
           "catch it in that thread, or do not let it come about"});
  }
  if (printed("Assertion '__n < this->size()' failed")) {
    wrong({hole, outcome.reason, "an element was asked for that the vector does not have",
           "compare the index with the vector's size"});
  }
  wrong({hole, outcome.reason, "", ""});
}

}  // namespace

const Settings& settings() { return given; }

void end_check(Verdict verdict, const std::string& message) {
  early_end = EarlyEnd{verdict, message};
  const auto fail = [&] { FAIL() << message; };
  fail();
  // Recorder::OnTestPartResult() has thrown by now.
  std::abort();
}

std::string bug(const std::string& what) { return "workbook bug: " + what; }

void remark(const std::string& text) { remarks += (remarks.empty() ? "" : "; ") + text; }

void wrong(const Finding& finding) {
  std::ostringstream text;
  text << finding.hole << "  " << finding.what << '\n';
  for (const std::string& place : finding.where) {
    text << (&place == &finding.where.front() ? "  where   " : "          ") << place << '\n';
  }
  if (!finding.why.empty()) text << "  why     " << finding.why << '\n';
  if (!finding.to_try.empty()) text << "  try     " << finding.to_try << '\n';
  const std::string again = finding.again.empty() ? "--seed " + std::to_string(given.seed) : finding.again;
  text << "  again   ./workbook check " << given.lesson.substr(0, 2) << ' ' << again;
  end_check(Verdict::wrong, text.str());
}

Outcome outcome_of(const std::string& scenario, const Facts& asked, Limits limits) {
  // Who has waited for one hang to its deadline shall not wait as long for each that follows.
  static bool hung_before = false;
  if (hung_before) limits.deadline = std::min(limits.deadline, kDeadlineAfterAHang);
  limits.one_cpu = limits.one_cpu || given.one_cpu;
  if (given.sanitized) limits.memory_bytes = 0;
  Outcome outcome;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    outcome = ask(given.subject, scenario, asked, limits, given.jail);
    if (outcome.ending != Ending::starved) break;
  }
  hung_before = hung_before || (outcome.ending == Ending::hung && !outcome.stood_still);
  return outcome;
}

Facts answer_of(const std::string& scenario, const Facts& asked, const std::string& hole, Limits limits) {
  return answer_in(outcome_of(scenario, asked, limits), hole);
}

Facts answer_in(const Outcome& outcome, const std::string& hole) {
  switch (outcome.ending) {
    case Ending::answered:
      return outcome.answer;
    case Ending::not_done:
      end_check(Verdict::not_done, outcome.reason);
    case Ending::starved:
      end_check(Verdict::inconclusive, outcome.reason);
    case Ending::no_start:
      end_check(Verdict::bug, bug(outcome.reason));
    case Ending::hung:
      wrong({hole, outcome.reason, "", "look for a wait that nobody ends, or a loop whose condition never changes"});
    case Ending::ended_early:
      wrong({hole, outcome.reason, "something in the exercise calls exit(), or ends the program in another way",
             "return from every function instead"});
    case Ending::meddled:
      wrong({hole, outcome.reason, "", "leave descriptors alone that your code did not open"});
    case Ending::flooded:
      wrong({hole, outcome.reason, "", "take the printing out of the loop"});
    case Ending::crashed:
      wrong_by_crash(outcome, hole);
    case Ending::threw:
      break;
  }
  wrong({hole, outcome.reason, "", ""});
}

std::mt19937_64 random_inputs() {
  // Mixed with the check's name, so that no check's inputs depend on which checks ran before it.
  const std::string check = testing::UnitTest::GetInstance()->current_test_info()->name();
  std::vector<std::uint64_t> parts(check.begin(), check.end());
  parts.push_back(given.seed);
  std::seed_seq mixed(parts.begin(), parts.end());
  return std::mt19937_64(mixed);
}

std::int64_t draw(std::mt19937_64& source, std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(source);
}

std::filesystem::path lesson_programs() { return std::filesystem::canonical("/proc/self/exe").parent_path(); }

int run_checks(int argc, char** argv) {
  forget_settings_of_googletest();
  given.seed = std::random_device()();
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (!take(argv[i])) {
      std::cerr << "got '" << argv[i]
                << "', wanted --subject=PROGRAM --lesson=NN_topic [--explored=PROGRAM] [--seed=N] "
                << "[--one-cpu] [--sanitized] [--jail=PROGRAM [--jail=OPTION ...]] [--replay=SCENARIO@SCHEDULE] "
                   "[--expect=FILE | --expect-not-done] "
                   "[--gtest_filter=Suite.Test]\n";
      return exit_code_for(Verdict::bug);
    }
  }
  if (!given.replay.empty()) testing::GTEST_FLAG(filter) = "Schedules.*";
  testing::TestEventListeners& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  listeners.Append(new Recorder);  // GoogleTest owns it.
  // The verdict is ours to make: an expected failure is none.
  [[maybe_unused]] const int googletests_verdict = RUN_ALL_TESTS();
  if (!given.replay.empty()) return report_replay();
  if (std::ssize(results) != testing::UnitTest::GetInstance()->test_to_run_count()) {
    results.push_back({"Judge.RunsEveryCheck", Verdict::bug, bug("not every check was run")});
  }
  std::cout << given.lesson << ": " << word_for(verdict_of(results)) << " (" << summary_of(results) << ", seed "
            << given.seed << ")\n";
  if (given.expect_not_done) return report_expectation(starters_difference());
  if (!given.expectation.empty()) {
    return report_expectation(difference(read_expectation(given.expectation), results));
  }
  return exit_code_for(verdict_of(results));
}

}  // namespace judge

// tools/judge/parent/checks.cpp: see checks.hpp.
#include "judge/parent/checks.hpp"

#include "judge/parent/judging.hpp"
#include "judge/parent/shown.hpp"
#include "judge/verdict/printable.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace judge {

namespace {

constexpr int kTries = 3;
constexpr std::chrono::milliseconds kDeadlineAfterAHang{3'000};

// Harmless, and a line of its own: what a program said may be several.
std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char character : printable(text)) line += character == '\n' ? "\\n" : std::string{character};
  return line;
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
  if (printed("Assertion '!this->empty()' failed")) {
    wrong({hole, outcome.reason, "an item was taken from an empty container",
           "ask whether there is an item, and take it, under one lock"});
  }
  if (outcome.reason.find("Segmentation fault") != std::string::npos) {
    wrong({hole, outcome.reason, "memory was used that is not the program's",
           "look for an index that is too large, and for a reference or pointer to what is gone"});
  }
  const bool spoke = outcome.reason.find("the last line it printed") != std::string::npos;
  wrong({hole, outcome.reason, "", spoke ? "find what that line names, and what led to it" : ""});
}

}  // namespace

void wrong(Finding finding) {
  for (std::string* part : {&finding.what, &finding.why, &finding.to_try}) *part = in_one_line(*part);
  for (std::string& place : finding.where) place = in_one_line(place);
  const std::string option = finding.again.empty() ? "--seed " + std::to_string(settings().seed) : finding.again;
  finding.again = "./workbook check " + settings().lesson.substr(0, 2) + ' ' + option;
  end_check({Verdict::wrong, text_of(finding), finding});
}

Outcome outcome_of(const std::string& scenario, const Facts& asked, Limits limits) {
  // Who has waited for one hang to its deadline shall not wait as long for each that follows.
  static bool hung_before = false;
  if (hung_before) limits.deadline = std::min(limits.deadline, kDeadlineAfterAHang);
  limits.one_cpu = limits.one_cpu || settings().one_cpu;
  if (settings().sanitized) limits.memory_bytes = 0;
  Outcome outcome;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    outcome = ask(settings().subject, scenario, asked, limits, settings().jail);
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
      end_check({Verdict::not_done, outcome.reason});
    case Ending::starved:
      end_check({Verdict::inconclusive, outcome.reason});
    case Ending::no_start:
      end_check({Verdict::bug, bug(outcome.reason)});
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
  wrong({hole, outcome.reason, "", "catch it where it belongs, or do not let it come about"});
}

std::string why_it_hung(const Outcome& outcome) {
  const std::size_t end_of_what = outcome.reason.rfind(": ");
  return end_of_what == std::string::npos ? outcome.reason : outcome.reason.substr(end_of_what + 2);
}

std::mt19937_64 random_inputs() {
  // Mixed with the check's name, so that no check's inputs depend on which checks ran before it.
  const std::string check = testing::UnitTest::GetInstance()->current_test_info()->name();
  std::vector<std::uint64_t> parts(check.begin(), check.end());
  parts.push_back(settings().seed);
  std::seed_seq mixed(parts.begin(), parts.end());
  return std::mt19937_64(mixed);
}

std::int64_t draw(std::mt19937_64& source, std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(source);
}

std::filesystem::path lesson_programs() { return std::filesystem::canonical("/proc/self/exe").parent_path(); }

}  // namespace judge

// tools/judge/parent/verdicts.cpp: see verdicts.hpp.
#include "judge/parent/verdicts.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace judge {

namespace {

struct Kind {
  Verdict verdict;
  const char* word;
  int exit_code;
};

// The gravest last.
constexpr std::array<Kind, 5> kKinds{{{Verdict::passed, "passed", 0},
                                      {Verdict::inconclusive, "inconclusive", 4},
                                      {Verdict::not_done, "not done", 3},
                                      {Verdict::wrong, "wrong", 1},
                                      {Verdict::bug, "workbook bug", 2}}};

std::size_t gravity(Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::find(kKinds, verdict, &Kind::verdict) - kKinds.begin());
}

bool take_field(std::string_view line, std::string_view name, std::string& value) {
  const std::string before = "// " + std::string(name) + ": ";
  if (!line.starts_with(before)) return false;
  value = line.substr(before.size());
  return true;
}

}  // namespace

const char* word_for(Verdict verdict) { return kKinds[gravity(verdict)].word; }
int exit_code_for(Verdict verdict) { return kKinds[gravity(verdict)].exit_code; }

Verdict verdict_of(const CheckResults& results) {
  // Nothing checked is nothing proved.
  if (results.empty()) return Verdict::bug;
  const auto less_grave = [](const CheckResult& one, const CheckResult& other) {
    return gravity(one.verdict) < gravity(other.verdict);
  };
  return std::ranges::max_element(results, less_grave)->verdict;
}

std::string summary_of(const CheckResults& results) {
  std::string text;
  for (const Kind& kind : kKinds) {
    const auto count = std::ranges::count(results, kind.verdict, &CheckResult::verdict);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + kind.word;
  }
  return std::to_string(results.size()) + (results.size() == 1 ? " check: " : " checks: ") + text;
}

Expectation read_expectation(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  Expectation expected;
  std::string line;
  while (std::getline(in, line) && line.starts_with("//")) {
    std::string other;
    if (take_field(line, "also fails", other)) expected.also_fails.push_back(other);
    take_field(line, "caught by", expected.caught_by);
    take_field(line, "says", expected.says);
  }
  if (expected.caught_by.empty()) throw std::runtime_error(file + " does not begin with '// caught by: Suite.Test'");
  if (expected.says.empty()) throw std::runtime_error(file + " has no line '// says: words of the message'");
  return expected;
}

std::string difference(const Expectation& expected, const CheckResults& results) {
  const auto first = std::ranges::find_if(results, [](const auto& r) { return r.verdict != Verdict::passed; });
  if (first == results.end()) return "every check passed, wanted " + expected.caught_by + " to fail";
  if (first->name != expected.caught_by) {
    return "the first check that failed is " + first->name + ", wanted " + expected.caught_by;
  }
  if (first->verdict != Verdict::wrong) {
    return first->name + " is '" + word_for(first->verdict) + "', wanted 'wrong'";
  }
  if (first->message.find(expected.says) == std::string::npos) {
    return first->name + " does not say '" + expected.says + "'";
  }
  for (const CheckResult& result : results) {
    const bool allowed = result.verdict == Verdict::passed || result.name == expected.caught_by ||
                         std::ranges::find(expected.also_fails, result.name) != expected.also_fails.end();
    if (!allowed) return result.name + " fails too, which the file does not say";
  }
  return "";
}

}  // namespace judge

// tools/judge/verdict/verdicts.cpp: see verdicts.hpp.
#include "judge/verdict/verdicts.hpp"

#include <algorithm>
#include <array>

namespace judge {

namespace {

struct Kind {
  Verdict verdict;
  const char* word;
  const char* name;
  int exit_code;
};

// The gravest last.
constexpr std::array<Kind, 5> kKinds{{{Verdict::passed, "passed", "passed", 0},
                                      {Verdict::inconclusive, "inconclusive", "inconclusive", 4},
                                      {Verdict::not_done, "not done", "not_done", 3},
                                      {Verdict::wrong, "wrong", "wrong", 1},
                                      {Verdict::bug, "workbook bug", "workbook_bug", 2}}};

std::size_t gravity(Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::find(kKinds, verdict, &Kind::verdict) - kKinds.begin());
}

}  // namespace

const char* word_for(Verdict verdict) { return kKinds[gravity(verdict)].word; }
const char* name_of(Verdict verdict) { return kKinds[gravity(verdict)].name; }
int exit_code_for(Verdict verdict) { return kKinds[gravity(verdict)].exit_code; }

std::optional<Verdict> verdict_named(const std::string& name) {
  const auto found = std::ranges::find_if(kKinds, [&](const Kind& kind) { return kind.name == name; });
  if (found == kKinds.end()) return std::nullopt;
  return found->verdict;
}

std::optional<Verdict> verdict_with(int exit_code) {
  const auto found = std::ranges::find(kKinds, exit_code, &Kind::exit_code);
  if (found == kKinds.end()) return std::nullopt;
  return found->verdict;
}

Verdict gravest(const std::vector<Verdict>& verdicts) {
  return verdicts.empty() ? Verdict::passed : *std::ranges::max_element(verdicts, {}, gravity);
}

Verdict verdict_of(const CheckResults& results) {
  // Nothing checked is nothing proved.
  if (results.empty()) return Verdict::bug;
  std::vector<Verdict> verdicts;
  for (const CheckResult& result : results) verdicts.push_back(result.verdict);
  return gravest(verdicts);
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

Verdict verdict_of(const LessonVerdict& lesson) {
  if (!lesson.problem.empty()) return Verdict::bug;
  return lesson.compile_errors ? Verdict::wrong : verdict_of(lesson.checks);
}

std::string summary_of(const LessonVerdict& lesson) {
  if (!lesson.problem.empty()) return "it could not be judged";
  if (lesson.compile_errors) return "it does not compile";
  return summary_of(lesson.checks) + (lesson.seed ? ", seed " + std::to_string(*lesson.seed) : "");
}

Verdict verdict_of(const std::vector<LessonVerdict>& lessons) {
  std::vector<Verdict> verdicts;
  for (const LessonVerdict& lesson : lessons) verdicts.push_back(verdict_of(lesson));
  return verdicts.empty() ? Verdict::bug : gravest(verdicts);
}

}  // namespace judge

// tools/workbook/grade/told.cpp: see told.hpp.
#include "grade/told.hpp"

#include <fmt/core.h>

namespace workbook {

namespace {

std::string errors_told(const judge::CompileErrors& errors) {
  std::string text = errors.headline + "\n" + errors.linker;
  for (const judge::CompileError& error : errors.shown) {
    text += fmt::format("{}:{}: {}\n", error.file, error.line, error.text);
  }
  if (errors.more > 0) text += fmt::format("... and {} more\n", errors.more);
  return text;
}

std::string remarks_told(const judge::CheckResult& check) {
  std::string text;
  for (const judge::Remark& remark : check.remarks) text += (text.empty() ? "" : "; ") + remark.text;
  return text;
}

}  // namespace

std::vector<ToldCheck> told_of(const GradedAnswer& answer) {
  if (answer.standing == Standing::missing || answer.standing == Standing::refused) {
    return {{"Exercise", word_for(answer), "", answer.reason, false}};
  }
  if (!answer.verdict.problem.empty()) return {{"Exercise", "workbook bug", "", answer.verdict.problem, false}};
  if (answer.verdict.compile_errors) {
    return {{"Exercise", "does not compile", "", errors_told(*answer.verdict.compile_errors), false}};
  }
  if (answer.verdict.checks.empty()) return {{"Exercise", "workbook bug", "", "no check was run", false}};
  std::vector<ToldCheck> told;
  for (const judge::CheckResult& check : answer.verdict.checks) {
    const bool passed = check.verdict == judge::Verdict::passed;
    told.push_back(
        {check.name, passed ? "ok" : judge::word_for(check.verdict), remarks_told(check), check.message, passed});
  }
  return told;
}

std::string note_on(const GradedAnswer& answer, const Score& score) {
  if (answer.standing == Standing::withheld) {
    return "This answer is withheld until a person has looked at it: " + answer.reason + ".";
  }
  if (score.is_open)
    return "Some checks are not counted: the machine gave them no time, or the workbook failed. They are run again.";
  return "";
}

}  // namespace workbook

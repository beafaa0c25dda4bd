// tools/judge/parent/verdicts.hpp: how each check ended, and what that makes of the whole.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace judge {

enum class Verdict { passed, wrong, not_done, inconclusive, bug };

/// The word printed for a verdict, and the exit code it has when it is the verdict of the whole.
const char* word_for(Verdict verdict);
int exit_code_for(Verdict verdict);

/// One check and how it ended.
struct CheckResult {
  std::string name;  ///< Suite.Test
  Verdict verdict = Verdict::passed;
  std::string message;  ///< empty where passed
};

/// Results in the order in which the checks ran.
using CheckResults = std::vector<CheckResult>;

/// The verdict of the whole: the gravest of its checks. A fault of the workbook's own outweighs everything, and one
/// wrong check outweighs holes that are not done yet.
Verdict verdict_of(const CheckResults& results);

/// Such as "3 checks: 2 passed, 1 wrong".
std::string summary_of(const CheckResults& results);

/// What a named wrong answer says about itself in its first lines:
///   // caught by: Suite.Test      the check that fails first
///   // says: some words           which stand in that check's message
///   // also fails: Suite.Test     further checks that fail, or may fail; may be repeated
struct Expectation {
  std::string caught_by;
  std::string says;
  std::vector<std::string> also_fails;
};

/// @throws std::runtime_error  where the file can't be read or its first lines are not of that form
Expectation read_expectation(const std::string& file);

/// Why `results` are not what `expected` says, or empty where they are.
std::string difference(const Expectation& expected, const CheckResults& results);

}  // namespace judge

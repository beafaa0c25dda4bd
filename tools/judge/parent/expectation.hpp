// tools/judge/parent/expectation.hpp: what a mutant's first lines demand of the checks.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>
#include <vector>

namespace judge {

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

// tools/judge/parent/shown.hpp: a check's result as a student reads it.
#pragma once

#include "judge/verdict/verdicts.hpp"

#include <string>

namespace judge {

/// A finding in lines, one for each of its parts.
std::string text_of(const Finding& finding);

/// A check's result in lines that fit the terminal, or 100 columns where standard output is none.
/// @param earlier  those shown before: what one of them says is not said again
std::string shown(const CheckResult& result, const CheckResults& earlier);

}  // namespace judge

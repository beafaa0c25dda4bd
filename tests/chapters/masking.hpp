// tests/chapters/masking.hpp: which parts of an output may differ from one run to the next.
#pragma once

#include <string>
#include <vector>

namespace chapters {

/// On lines that contain one of `words` ("*": on all lines), every number becomes "#", and blanks in a row, which
/// depend on the width of numbers, become one.
/// @param words  separated by ", "; may be empty
std::vector<std::string> masked(std::vector<std::string> lines, const std::string& words);

}  // namespace chapters

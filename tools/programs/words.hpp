// tools/programs/words.hpp: a command line, divided into its words.
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// The words of a command line as a shell divides them: at blanks; quotes and a backslash keep a blank, a quote or a
/// backslash inside a word. Nothing else of a shell's is understood. A quote without its second goes on to the end.
std::vector<std::string> split_words(const std::string& text);

}  // namespace workbook

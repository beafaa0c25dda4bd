// tools/terminal/text.hpp: text laid out in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// Columns that a text in UTF-8 takes; wide characters count as one.
int columns_of(std::string_view text);

/// `text` in lines of at most `width` columns, broken at blanks, or inside a word that is longer than a line,
/// there behind punctuation.
/// @param width  >= 1
/// @return       at least one line
std::vector<std::string> wrapped(std::string_view text, int width);

/// `text` as one line of a terminal: tabs become blanks, and what would steer the terminal, is no UTF-8, or can't be
/// shown, becomes a question mark.
/// @param utf8  whether the terminal shows more than ASCII
std::string printable(std::string_view text, bool utf8);

/// `text` with blanks behind it, to `width` columns.
std::string padded(std::string text, int width);

}  // namespace workbook

// tools/workbook/race/histogram.hpp: bars of text, for a terminal.
#pragma once

#include "race/tally.hpp"

#include <string>
#include <vector>

namespace workbook {

/// One line for each bar, of at most 80 columns: label, bar, count, and "wrong" or "right".
/// @param utf8    whether the terminal has blocks, which show an eighth of a column
/// @param judged  whether there are wrong ones at all; else nothing is called right either
std::string histogram(const std::vector<Bar>& bars, bool utf8, bool judged);

/// `text` made printable(), for one line of a terminal or a page.
/// @param columns  >= 4; a longer text is cut, with three dots at its end
std::string plain(const std::string& text, int columns, bool utf8);

}  // namespace workbook

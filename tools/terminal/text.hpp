// tools/terminal/text.hpp: words laid out in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// What the reader's terminal can show.
struct Look {
  bool colours = false;
  bool utf8 = false;
  int width = 80;  ///< columns, >= 40
  int height = 0;  ///< lines; 0 where there is no window, but a file or a pipe
};

/// What standard output can show. Sets the locale of characters to the reader's.
Look look_of_terminal();

/// Columns that a text in UTF-8 takes; wide characters count as one.
int columns_of(std::string_view text);

/// How many bytes the first `columns` characters take; all of them where there are fewer.
std::size_t bytes_of(std::string_view text, int columns);

/// `text` in lines of at most `width` columns, broken at blanks, or inside a word that is longer than a line,
/// there behind punctuation.
/// @param width  >= 1
/// @return       at least one line
std::vector<std::string> wrapped(std::string_view text, int width);

/// `text` with blanks behind it, to `width` columns.
std::string padded(std::string text, int width);

/// `text` in bold or in a colour, where `look` has colours.
std::string bold(std::string_view text, const Look& look);
std::string red(std::string_view text, const Look& look);
std::string green(std::string_view text, const Look& look);

/// "1 step", "3 steps"; thousands are parted: "12,345 schedules".
std::string counted(long long count, std::string_view one, std::string_view many);

/// "T1", "T1 and T2", "T1, T2 and T3"
std::string listed(const std::vector<std::string>& words);

}  // namespace workbook

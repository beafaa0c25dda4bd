// tools/terminal/markdown_table.hpp: a table of Markdown in columns that fit the window.
#pragma once

#include "terminal/text.hpp"

#include <string>
#include <vector>

namespace workbook {

/// @param rows   lines that begin with "|"; the second one divides the heading from the rest
/// @param width  columns of the terminal; where the table needs more, cells are set in several lines
std::vector<std::string> lines_of_table(const std::vector<std::string>& rows, int width, const Look& look);

}  // namespace workbook

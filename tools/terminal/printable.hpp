// tools/terminal/printable.hpp: what a program printed, made safe to be shown in the middle of a picture.
#pragma once

#include <string>
#include <string_view>

namespace workbook {

/// `text` as one line of a terminal: tabs become blanks; what would steer the terminal, is no UTF-8, or can't be shown
/// becomes a question mark.
/// @param utf8  whether the terminal shows more than ASCII
std::string printable(std::string_view text, bool utf8);

}  // namespace workbook

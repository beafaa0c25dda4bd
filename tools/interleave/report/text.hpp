// tools/interleave/report/text.hpp: words as a terminal can show them.
#pragma once

#include "terminal/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// What the reader's terminal can show.
struct Look {
  bool colours = false;
  bool utf8 = false;
  int width = 80;  ///< columns, >= 40
};

using workbook::columns_of;
using workbook::padded;
using workbook::wrapped;

/// `text` in bold or in a colour, where `look` has colours.
std::string bold(std::string_view text, const Look& look);
std::string red(std::string_view text, const Look& look);
std::string green(std::string_view text, const Look& look);

/// "1 step", "3 steps"; thousands are parted: "12,345 schedules".
std::string counted(long long count, std::string_view one, std::string_view many);

/// "T1", "T1 and T2", "T1, T2 and T3"
std::string listed(const std::vector<std::string>& words);

}  // namespace interleave

// tools/interleave/report/text.hpp: what the explorer's report takes from the tools' common layout of words.
#pragma once

#include "terminal/text.hpp"

namespace interleave {

using workbook::bold;
using workbook::columns_of;
using workbook::counted;
using workbook::green;
using workbook::listed;
using workbook::Look;
using workbook::padded;
using workbook::red;
using workbook::wrapped;

}  // namespace interleave

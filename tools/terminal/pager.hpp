// tools/terminal/pager.hpp: a text that may be longer than the window.
#pragma once

#include <string>

namespace workbook {

/// Shows `text` on standard output: through $PAGER, or else less, where that is a terminal; as it is elsewhere, and
/// where the pager can't be started. Returns when the reader has left the pager.
void show_paged(const std::string& text);

}  // namespace workbook

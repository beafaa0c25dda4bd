// tools/workbook/command_line/man_page.hpp: the manual page, in the language of man(7). Pure: no globals, no I/O.
#pragma once

#include "command_line/description.hpp"

#include <string>

namespace workbook {

std::string man_page(const Description& description);

}  // namespace workbook

// tools/workbook/grade/page.hpp: what the pages of a class have in common.
#pragma once

#include <string>

namespace workbook {

/// A whole page. It loads nothing: its style stands in it, and no script runs, whatever the body may say.
/// @param title  plain text
/// @param body   HTML
std::string page(const std::string& title, const std::string& body);

}  // namespace workbook

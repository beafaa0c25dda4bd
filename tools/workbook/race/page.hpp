// tools/workbook/race/page.hpp: a page for a browser that steps through a schedule.
#pragma once

#include "race/demonstration.hpp"
#include "race/machine.hpp"

#include <optional>
#include <string>

namespace workbook {

/// One self-contained page: the player beside this file, and what it shows as data.
/// @param shown   what the real machine showed; may be empty
/// @param report  the explorer's JSON
/// @throws Failure  where the report is none, or the player's files can't be read
std::string race_page(const Demonstration& demonstration, const std::optional<Shown>& shown, const std::string& report);

/// `json` for the inside of a script element: nothing in it can end the element.
std::string embeddable(const std::string& json);

}  // namespace workbook

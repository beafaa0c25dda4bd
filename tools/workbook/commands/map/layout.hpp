// tools/workbook/commands/map/layout.hpp: the map of lessons, laid out for a window.
#pragma once

#include "checkout/lessons.hpp"
#include "checkout/standing.hpp"
#include "terminal/text.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A lesson on the map.
struct Stop {
  Lesson lesson;
  Standing standing;
  bool has_passed = false;  ///< now or earlier
};

/// The lessons in order, which is next, and what to type. Every state is told in words; marks and colours repeat it.
/// Ideas are left out where the window is too low for all of them, but for the next lesson's.
std::vector<std::string> lines_of_map(const std::vector<Stop>& stops, const Look& look);

}  // namespace workbook

// tools/workbook/checkout/hints.hpp: a lesson's hints, as hints.md holds them.
#pragma once

#include "checkout/lessons.hpp"

#include <string>
#include <vector>

namespace workbook {

/// The hints for a hole, in order: what stands behind "1. ", "2. " ... under "## NN.k".
/// @return  Markdown, one paragraph each; none where the file has nothing for that hole
std::vector<std::string> hints_for(const Lesson& lesson, const std::string& hole);

}  // namespace workbook

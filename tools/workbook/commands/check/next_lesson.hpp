// tools/workbook/commands/check/next_lesson.hpp: which lesson `check` means that is given none.
#pragma once

#include "checkout/lessons.hpp"

namespace workbook {

/// The first lesson that is not passed yet; the last, where all are.
Lesson next_lesson();

}  // namespace workbook

// tools/workbook/commands/list.cpp: the command `list`.
#include "checkout/lessons.hpp"
#include "commands/commands.hpp"
#include "programs/failure.hpp"
#include "terminal/terminal.hpp"

#include <fmt/core.h>

namespace workbook {

int list_lessons() {
  for (const Lesson& lesson : all_lessons()) {
    fmt::print("{}\n    {}\n", bold(lesson.name), lesson.idea);
  }
  fmt::print("\n./workbook read NN shows a chapter; ./workbook alone says how far you are.\n");
  return kExitGood;
}

}  // namespace workbook

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
  fmt::print("\nRead lessons/NN_topic/README.md, then: ./workbook check NN\n");
  return kExitGood;
}

}  // namespace workbook

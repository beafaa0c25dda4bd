// tests/tools/judge/subjects: Comes to an empty hole.
#include "judge/subject/serve.hpp"

#include <workbook/not_done.hpp>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) { workbook::not_done("99.1"); }}});
}

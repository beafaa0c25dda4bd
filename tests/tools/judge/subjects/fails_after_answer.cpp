// tests/tools/judge/subjects: Answers, and then ends with code 7.
#include "judge/subject/serve.hpp"

int main() {
  (void)judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) { told = asked; }}});
  return 7;
}

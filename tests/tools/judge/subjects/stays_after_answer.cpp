// tests/tools/judge/subjects: Answers, and then does not end.
#include "judge/subject/serve.hpp"

#include <unistd.h>

int main() {
  (void)judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) { told = asked; }}});
  for (;;) pause();
}

// tests/tools/judge/subjects: Says why, then aborts, as a failed assertion does.
#include "judge/subject/serve.hpp"

#include <cstdio>
#include <cstdlib>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          std::fputs("the queue was empty\n", stderr);
                          std::abort();
                        }}});
}

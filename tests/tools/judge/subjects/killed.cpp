// tests/tools/judge/subjects: Is ended as the system ends a program when memory runs out.
#include "judge/subject/serve.hpp"

#include <signal.h>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) { raise(SIGKILL); }}});
}

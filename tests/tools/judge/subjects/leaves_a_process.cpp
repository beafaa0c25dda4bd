// tests/tools/judge/subjects: Answers, and leaves a process of its group behind that holds its output open.
#include "judge/subject/serve.hpp"

#include <unistd.h>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          const pid_t child = fork();
                          if (child == 0) {
                            alarm(60);
                            for (;;) pause();
                          }
                          told = asked;
                          told.set("left", static_cast<std::int64_t>(child));
                        }}});
}

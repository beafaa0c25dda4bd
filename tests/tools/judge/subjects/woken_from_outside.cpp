// tests/tools/judge/subjects: Waits without a limit for a process that has left its group, and answers then.
#include "judge/subject/serve.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          std::array<int, 2> ends{};
                          if (pipe(ends.data()) != 0) return;
                          const pid_t child = fork();
                          if (child == 0) {
                            setsid();
                            usleep(600'000);
                            (void)!write(ends[1], "x", 1);
                            _exit(0);
                          }
                          char word = 0;
                          (void)!read(ends[0], &word, 1);
                          waitpid(child, nullptr, 0);
                          told = asked;
                        }}});
}

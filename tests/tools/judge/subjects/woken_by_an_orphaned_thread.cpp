// tests/tools/judge/subjects: Waits without a limit for a process whose main() has ended and whose other thread works,
// and answers then.
#include "judge/subject/serve.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <thread>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          std::array<int, 2> ends{};
                          if (pipe(ends.data()) != 0) return;
                          if (fork() == 0) {
                            std::thread([=] {
                              usleep(600'000);
                              (void)!write(ends[1], "x", 1);
                              _exit(0);
                            }).detach();
                            syscall(SYS_exit, 0);  // this thread alone
                          }
                          char word = 0;
                          (void)!read(ends[0], &word, 1);
                          told = asked;
                        }}});
}

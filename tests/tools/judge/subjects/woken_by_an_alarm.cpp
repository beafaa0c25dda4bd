// tests/tools/judge/subjects: Waits without a limit, until an alarm's handler ends the wait, and answers then.
#include "judge/subject/serve.hpp"

#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

namespace {

sem_t rung;

}  // namespace

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          sem_init(&rung, 0, 0);
                          signal(SIGALRM, [](int) { sem_post(&rung); });
                          alarm(1);
                          while (sem_wait(&rung) != 0) {
                          }
                          told = asked;
                        }}});
}

// tests/tools/judge/subjects: Waits, with a limit, for what never comes, and answers then.
#include "judge/subject/serve.hpp"

#include <chrono>
#include <semaphore>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          std::binary_semaphore never(0);
                          (void)never.try_acquire_for(std::chrono::milliseconds(600));
                          told = asked;
                        }}});
}

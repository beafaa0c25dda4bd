// tests/tools/judge/subjects: Waits without a limit, for a thread that takes its time, and answers then.
#include "judge/subject/serve.hpp"

#include <chrono>
#include <semaphore>
#include <thread>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          std::binary_semaphore done(0);
                          const std::jthread waker([&done] {
                            std::this_thread::sleep_for(std::chrono::milliseconds(600));
                            done.release();
                          });
                          done.acquire();
                          told = asked;
                        }}});
}

// tests/tools/judge/subjects: Sleeps again and again. Nobody can know that it will never do anything else.
#include "judge/subject/serve.hpp"

#include <chrono>
#include <thread>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
                        }}});
}

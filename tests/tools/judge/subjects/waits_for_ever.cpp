// tests/tools/judge/subjects: A deadlock with itself.
#include "judge/subject/serve.hpp"

#include <semaphore>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          std::binary_semaphore never(0);
                          never.acquire();
                        }}});
}

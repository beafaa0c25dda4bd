// tests/tools/judge/subjects: Burns processor time without end.
#include "judge/subject/serve.hpp"

#include <atomic>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          std::atomic<bool> never = false;
                          while (!never) {
                          }
                        }}});
}

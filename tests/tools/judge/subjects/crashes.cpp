// tests/tools/judge/subjects: Writes where nothing is.
#include "judge/subject/serve.hpp"

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts&) {
                          volatile int* volatile nowhere = nullptr;
                          *nowhere = static_cast<int>(asked.all().size());
                        }}});
}

// tests/tools/judge/subjects: Writes on the private descriptor, then answers as if nothing had been.
#include "judge/subject/serve.hpp"

#include <unistd.h>

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) {
                          constexpr char kRubbish[] = "rubbish\n\n\n";
                          if (write(judge::kPrivateDescriptor, kRubbish, sizeof kRubbish) < 0) return;
                          told = asked;
                        }}});
}

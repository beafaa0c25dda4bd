// tests/tools/judge/subjects: An honest subject: answers with what it was asked.
#include "judge/subject/serve.hpp"

int main() {
  return judge::serve({{"echo", [](const judge::Facts& asked, judge::Facts& told) { told = asked; }}});
}

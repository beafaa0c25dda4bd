// tests/tools/judge/subjects: Ends with code 0 before it answers, as exit(0) in a student's code does.
#include "judge/subject/serve.hpp"

#include <cstdlib>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) { std::exit(0); }}});
}

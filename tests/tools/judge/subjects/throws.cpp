// tests/tools/judge/subjects: An exception leaves the scenario.
#include "judge/subject/serve.hpp"

#include <stdexcept>

int main() {
  return judge::serve(
      {{"echo", [](const judge::Facts&, judge::Facts&) { throw std::runtime_error("no more strips"); }}});
}

// tests/tools/judge/subjects: Prints without end.
#include "judge/subject/serve.hpp"

#include <cstdio>
#include <string>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          const std::string line(4095, 'x');
                          while (std::puts(line.c_str()) >= 0) {
                          }
                        }}});
}

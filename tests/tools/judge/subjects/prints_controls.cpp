// tests/tools/judge/subjects: Its last words are for a terminal, for an XML parser, and no UTF-8; then it aborts.
#include "judge/subject/serve.hpp"

#include <cstdio>
#include <cstdlib>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          std::fputs("\033[31mred\a \xff ]]> <b>&amp;\n", stderr);
                          std::abort();
                        }}});
}

// tests/tools/judge/subjects: Two processes, each of which waits for a word of the other.
#include "judge/subject/serve.hpp"

#include <unistd.h>

#include <array>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts&) {
                          std::array<int, 2> to_child{};
                          std::array<int, 2> to_parent{};
                          if (pipe(to_child.data()) != 0 || pipe(to_parent.data()) != 0) return;
                          char word = 0;
                          (void)!read(fork() == 0 ? to_child[0] : to_parent[0], &word, 1);
                        }}});
}

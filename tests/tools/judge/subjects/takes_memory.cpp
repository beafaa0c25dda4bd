// tests/tools/judge/subjects: Asks for more memory than any exercise needs.
#include "judge/subject/serve.hpp"

#include <vector>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts& told) {
                          const std::vector<char> much(std::size_t{8} << 30U, 'x');
                          told.set("size", much.size());
                        }}});
}

// verdict: proved
// executions: 4
// Three looks at the flag, then the reader does without: set before the first, the second, the third look, or too late.
#include <atomic>
#include <thread>

std::atomic<int> value{0};

int main() {
  int seen = 0;
  std::thread writer([] { value = 42; });
  std::thread reader([&seen] {
    for (int tries = 0; tries < 3 && seen == 0; ++tries) seen = value;
  });
  writer.join();
  reader.join();
  return seen == 0 || seen == 42 ? 0 : 1;
}

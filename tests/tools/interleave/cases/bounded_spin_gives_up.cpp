// verdict: fails
// cause: wrong_result
// Three looks at the flag, then the reader goes on as if it were set.
#include <atomic>
#include <thread>

std::atomic<bool> ready{false};
std::atomic<int> value{0};

int main() {
  int seen = 0;
  std::thread writer([] {
    value = 42;
    ready = true;
  });
  std::thread reader([&seen] {
    for (int tries = 0; tries < 3 && !ready; ++tries) {
    }
    seen = value;
  });
  writer.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

// verdict: fails
// cause: wrong_result
// A hundred looks, with a yield after each: still not for ever.
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
    for (int tries = 0; tries < 100 && !ready; ++tries) std::this_thread::yield();
    seen = value;
  });
  writer.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

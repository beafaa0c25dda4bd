// verdict: proved
// A read-modify-write in between carries the release on, even a relaxed one.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<int> stage{0};

int main() {
  int seen = 42;
  std::thread writer([] {
    value = 42;
    stage.store(1, std::memory_order_release);
  });
  std::thread counter([] { stage.fetch_add(10, std::memory_order_relaxed); });
  std::thread reader([&seen] {
    if (stage.load(std::memory_order_acquire) == 11) seen = value;
  });
  writer.join();
  counter.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

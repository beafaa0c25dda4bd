// verdict: fails
// cause: race
// A relaxed flag orders nothing but itself.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int seen = 0;

int main() {
  std::thread writer([] {
    value = 42;
    ready.store(true, std::memory_order_relaxed);
  });
  std::thread reader([] {
    if (!ready.load(std::memory_order_relaxed)) return;
    seen = value;
  });
  writer.join();
  reader.join();
  return 0;
}

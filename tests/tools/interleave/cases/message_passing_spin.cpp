// verdict: proved
// The reader looks at the flag until it is set.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int main() {
  int seen = 0;
  std::thread writer([] {
    value = 42;
    ready.store(true, std::memory_order_release);
  });
  std::thread reader([&seen] {
    while (!ready.load(std::memory_order_acquire)) {
    }
    seen = value;
  });
  writer.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

// verdict: proved
// executions: 2
// Release on the flag's writing side, acquire on its reading side.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int main() {
  int seen = 42;
  std::thread writer([] {
    value = 42;
    ready.store(true, std::memory_order_release);
  });
  std::thread reader([&seen] {
    if (ready.load(std::memory_order_acquire)) seen = value;
  });
  writer.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

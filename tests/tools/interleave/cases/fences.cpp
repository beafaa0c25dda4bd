// verdict: proved
// executions: 2
// A release fence before the flag and an acquire fence behind it publish the value; the flag itself is relaxed.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int main() {
  int seen = 42;
  std::thread writer([] {
    value = 42;
    std::atomic_thread_fence(std::memory_order_release);
    ready.store(true, std::memory_order_relaxed);
  });
  std::thread reader([&seen] {
    if (!ready.load(std::memory_order_relaxed)) return;
    std::atomic_thread_fence(std::memory_order_acquire);
    seen = value;
  });
  writer.join();
  reader.join();
  return seen == 42 ? 0 : 1;
}

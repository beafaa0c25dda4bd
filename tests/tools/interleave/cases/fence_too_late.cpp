// verdict: fails
// cause: race
// A release fence behind the flag releases nothing that the flag's reader could count on.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int seen = 0;

int main() {
  std::thread writer([] {
    value = 42;
    ready.store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
  });
  std::thread reader([] {
    if (!ready.load(std::memory_order_relaxed)) return;
    std::atomic_thread_fence(std::memory_order_acquire);
    seen = value;
  });
  writer.join();
  reader.join();
  return 0;
}

// verdict: fails
// cause: race
// The writer has a fence, the reader has none.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready{false};

int seen = 0;

int main() {
  std::thread writer([] {
    value = 42;
    std::atomic_thread_fence(std::memory_order_release);
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

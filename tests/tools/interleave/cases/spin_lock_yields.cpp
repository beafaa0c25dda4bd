// verdict: proved
// The same lock, giving up the processor between its attempts, and looking before it writes.
#include <atomic>
#include <thread>

std::atomic<bool> taken{false};
int total = 0;

void add() {
  while (taken.exchange(true, std::memory_order_acquire)) {
    while (taken.load(std::memory_order_relaxed)) std::this_thread::yield();
  }
  ++total;
  taken.store(false, std::memory_order_release);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

// verdict: proved
// executions: 4
// Double-checked locking with an atomic pointer: made once, and seen whole.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
int storage = 0;
std::atomic<int*> instance{nullptr};

int use() {
  int* made = instance.load(std::memory_order_acquire);
  if (made == nullptr) {
    const std::lock_guard hold(mutex);
    made = instance.load(std::memory_order_relaxed);
    if (made == nullptr) {
      storage += 42;
      made = &storage;
      instance.store(made, std::memory_order_release);
    }
  }
  return *made;
}

int main() {
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&first_seen] { first_seen = use(); });
  std::thread second([&second_seen] { second_seen = use(); });
  first.join();
  second.join();
  return first_seen == 42 && second_seen == 42 ? 0 : 1;
}

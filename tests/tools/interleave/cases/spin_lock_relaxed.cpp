// verdict: fails
// cause: race
// Only one thread is inside at a time, but nothing says that it sees what the other wrote.
#include <atomic>
#include <thread>

std::atomic_flag taken;
int total = 0;

void add() {
  while (taken.test_and_set(std::memory_order_relaxed)) {
  }
  ++total;
  taken.clear(std::memory_order_relaxed);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

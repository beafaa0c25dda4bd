// verdict: proved
// A lock of one flag: whoever finds it clear and sets it is inside.
#include <atomic>
#include <thread>

std::atomic_flag taken;
int total = 0;

void add() {
  while (taken.test_and_set(std::memory_order_acquire)) {
  }
  ++total;
  taken.clear(std::memory_order_release);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

// verdict: proved
// executions: 6
// Two threads, two atomic additions each: 4! / (2! 2!) orders.
#include <atomic>
#include <cstdint>
#include <thread>

std::atomic<std::uint32_t> total{0};

void add() {
  ++total;
  ++total;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 4 ? 0 : 1;
}

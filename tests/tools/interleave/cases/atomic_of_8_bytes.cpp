// verdict: proved
// executions: 20
// Two threads, three atomic subtractions each: 6! / (3! 3!) orders.
#include <atomic>
#include <cstdint>
#include <thread>

std::atomic<std::int64_t> total{0};

void subtract() {
  total -= 1LL << 40;
  total -= 1LL << 40;
  total -= 1LL << 40;
}

int main() {
  std::thread first(subtract);
  std::thread second(subtract);
  first.join();
  second.join();
  return total == -6 * (1LL << 40) ? 0 : 1;
}

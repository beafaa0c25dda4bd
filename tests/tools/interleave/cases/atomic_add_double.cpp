// verdict: proved
// executions: 4
// An atomic double adds by comparing and exchanging until nobody came between.
#include <atomic>
#include <thread>

std::atomic<double> total{0};

int main() {
  std::thread first([] { total += 1.0; });
  std::thread second([] { total += 2.0; });
  first.join();
  second.join();
  return total == 3.0 ? 0 : 1;
}

// verdict: fails
// cause: wrong_result
// No race, and still a lost update: the load and the store are atomic each, not together.
#include <atomic>
#include <thread>

std::atomic<double> total{0};

void add() { total = total + 1.0; }

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2.0 ? 0 : 1;
}

// verdict: proved
// executions: 34
// Load and store, twice by each thread: however many updates are lost, at least 2 is left.
#include <atomic>
#include <thread>

std::atomic<int> total{0};

void add() {
  total = total + 1;
  total = total + 1;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total >= 2 && total <= 4 ? 0 : 1;
}

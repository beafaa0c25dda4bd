// verdict: proved
// executions: 4
// Load and store, once by each thread: an update may be lost, and this program allows it. Four orders differ.
#include <atomic>
#include <thread>

std::atomic<int> total{0};

void add() { total = total + 1; }

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total >= 1 && total <= 2 ? 0 : 1;
}

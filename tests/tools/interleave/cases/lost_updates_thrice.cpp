// verdict: fails
// cause: wrong_result
// Three additions by each thread, and yet only 2 may be left: one schedule in many.
#include <atomic>
#include <thread>

std::atomic<int> total{0};

void add() {
  total = total + 1;
  total = total + 1;
  total = total + 1;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total > 2 ? 0 : 1;
}

// verdict: fails
// cause: wrong_result
// An atomic variable of 8 bytes. The load is one step and the store another: the other thread may come between.
#include <atomic>
#include <thread>

std::atomic<long> total{0};

void add() {
  const long seen = total;
  total = static_cast<long>(seen + 1);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

// verdict: fails
// cause: wrong_result
// An atomic variable of 1 byte. The load is one step and the store another: the other thread may come between.
#include <atomic>
#include <thread>

std::atomic<unsigned char> total{0};

void add() {
  const unsigned char seen = total;
  total = static_cast<unsigned char>(seen + 1);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

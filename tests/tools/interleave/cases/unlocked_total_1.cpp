// verdict: fails
// cause: race, wrong_result
// += reads, then writes. Both threads may read 0, and one addition is lost.
#include <thread>

constexpr int kTimes = 1;

double total = 0;

void add() {
  for (int i = 0; i < kTimes; ++i) total += 1.0;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2.0 * kTimes ? 0 : 1;
}

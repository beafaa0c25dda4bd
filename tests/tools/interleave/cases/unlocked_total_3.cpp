// verdict: fails
// cause: race, wrong_result
// options: --search exhaustive
// += reads, then writes; two threads do it three times each. Searched with reduction alone.
#include <thread>

constexpr int kTimes = 3;

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

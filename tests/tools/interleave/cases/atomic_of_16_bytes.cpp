// verdict: proved
// executions: 4
// Both halves of a pair change in one step, by exchange in a loop.
#include <atomic>
#include <thread>

struct alignas(16) Pair {
  long left = 0;
  long right = 0;
};

std::atomic<Pair> pair{Pair{}};

void add() {
  Pair seen = pair;
  while (!pair.compare_exchange_strong(seen, Pair{seen.left + 1, seen.right + 1})) {
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  const Pair sum = pair;
  return sum.left == 2 && sum.right == 2 ? 0 : 1;
}

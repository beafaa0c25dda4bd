// verdict: fails
// cause: wrong_result
// Each load and each store of the pair is one step, but not both together.
#include <atomic>
#include <thread>

struct alignas(16) Pair {
  long left = 0;
  long right = 0;
};

std::atomic<Pair> pair{Pair{}};

void add() {
  const Pair seen = pair;
  pair = Pair{seen.left + 1, seen.right + 1};
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  const Pair sum = pair;
  return sum.left == 2 && sum.right == 2 ? 0 : 1;
}

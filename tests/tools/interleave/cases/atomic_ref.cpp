// verdict: proved
// executions: 2
// A plain variable is atomic for as long as everybody uses it through std::atomic_ref.
#include <atomic>
#include <thread>

int total = 0;

void add() { ++std::atomic_ref(total); }

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

// verdict: proved
// executions: 2
// Both threads lock a first, so nobody holds b and waits for a.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int total = 0;

void add() {
  const std::lock_guard hold_a(a);
  const std::lock_guard hold_b(b);
  ++total;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

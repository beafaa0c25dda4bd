// verdict: proved
// executions: 6
// Three threads, one locked addition each: 3! orders.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
double total = 0;

void add() {
  const std::lock_guard hold(mutex);
  total += 1.0;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  std::thread third(add);
  first.join();
  second.join();
  third.join();
  return total == 3.0 ? 0 : 1;
}

// verdict: proved
// executions: 20
// options: --search exhaustive
// Two threads, three locked additions each: 6! / (3! 3!) orders.
#include <mutex>
#include <thread>

constexpr int kTimes = 3;

std::mutex mutex;
// mutex must be held to touch it:
double total = 0;

void add() {
  for (int i = 0; i < kTimes; ++i) {
    const std::lock_guard hold(mutex);
    total += 1.0;
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2.0 * kTimes ? 0 : 1;
}

// verdict: proved
// executions: 2
// Two threads, one locked addition each: one of them is first.
#include <mutex>
#include <thread>

constexpr int kTimes = 1;

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

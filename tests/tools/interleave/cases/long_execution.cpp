// verdict: nothing_found
// options: --executions 4 --steps 200000
// silent: given up
// Executions of 100,000 steps and more, which is far above the usual limit.
#include <mutex>
#include <thread>

constexpr int kTurns = 12'500;

std::mutex mutex;
int total = 0;

void add() {
  for (int i = 0; i < kTurns; ++i) {
    const std::scoped_lock hold(mutex);
    ++total;
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 * kTurns ? 0 : 1;
}

// verdict: proved
// executions: 2
// A guard unlocks when an exception passes it.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  try {
    const std::lock_guard hold(mutex);
    throw ++total;
  } catch (int) {
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

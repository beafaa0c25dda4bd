// verdict: proved
// executions: 2
// pthread_exit() runs the destructors on its way out: the guard unlocks.
#include <pthread.h>

#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  const std::lock_guard hold(mutex);
  ++total;
  pthread_exit(nullptr);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

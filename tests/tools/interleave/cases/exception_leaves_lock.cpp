// verdict: fails
// cause: stuck
// Without a guard nobody unlocks when an exception passes: the mutex stays with a thread that has ended.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  try {
    mutex.lock();
    if (++total == 1) throw total;
    mutex.unlock();
  } catch (int) {
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

// verdict: proved
// executions: 6
// Two attempts, then patience: whichever way it is locked, nothing is left out.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  if (!mutex.try_lock() && !mutex.try_lock()) mutex.lock();
  ++total;
  mutex.unlock();
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

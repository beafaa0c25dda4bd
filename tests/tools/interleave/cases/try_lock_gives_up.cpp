// verdict: fails
// cause: wrong_result
// Three failed attempts, and the addition is left out: wrong wherever the other holds the mutex for so long.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  for (int tries = 0; tries < 3; ++tries) {
    if (!mutex.try_lock()) continue;
    ++total;
    mutex.unlock();
    return;
  }
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

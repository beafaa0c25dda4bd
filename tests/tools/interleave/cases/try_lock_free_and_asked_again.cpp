// verdict: proved
// options: --try-lock-fails
// Whoever is refused asks again, whether somebody held the mutex or nobody did.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  while (!mutex.try_lock()) std::this_thread::yield();
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

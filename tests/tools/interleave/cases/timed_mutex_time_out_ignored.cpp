// verdict: fails
// cause: race
// "Ten milliseconds are enough." They need not be, and then this adds without the lock.
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add() {
  const std::unique_lock hold(mutex, std::chrono::milliseconds(10));
  ++total;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: race
// Looking and setting are two steps: both threads may find the flag clear.
#include <atomic>
#include <thread>

std::atomic<bool> taken{false};
int total = 0;

void add() {
  while (taken.load()) std::this_thread::yield();
  taken.store(true);
  ++total;
  taken.store(false);
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

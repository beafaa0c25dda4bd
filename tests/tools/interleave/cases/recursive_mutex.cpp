// verdict: proved
// executions: 2
// The owner of a recursive mutex may lock it again; it is free after as many unlocks.
#include <mutex>
#include <thread>

std::recursive_mutex mutex;
// mutex must be held to touch it:
int total = 0;

void add_one() {
  const std::lock_guard hold(mutex);
  ++total;
}

void add_two() {
  const std::lock_guard hold(mutex);
  add_one();
  add_one();
}

int main() {
  std::thread first(add_two);
  std::thread second(add_two);
  first.join();
  second.join();
  return total == 4 ? 0 : 1;
}

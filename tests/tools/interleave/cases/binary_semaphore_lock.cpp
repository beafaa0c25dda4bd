// verdict: proved
// executions: 2
// One permit is a lock.
#include <semaphore>
#include <thread>

std::binary_semaphore permit{1};
int total = 0;

void add() {
  permit.acquire();
  ++total;
  permit.release();
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

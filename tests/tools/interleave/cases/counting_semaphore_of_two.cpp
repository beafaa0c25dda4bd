// verdict: fails
// cause: race
// Two permits let two threads in: as a lock it is none.
#include <semaphore>
#include <thread>

std::counting_semaphore<2> permits{2};
int total = 0;

void add() {
  permits.acquire();
  ++total;
  permits.release();
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

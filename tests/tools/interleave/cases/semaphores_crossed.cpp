// verdict: fails
// cause: deadlock, stuck
// Semaphores taken in opposite orders, like mutexes: each thread may hold what the other waits for.
#include <semaphore>
#include <thread>

std::binary_semaphore a{1};
std::binary_semaphore b{1};

void use(std::binary_semaphore& one, std::binary_semaphore& other) {
  one.acquire();
  other.acquire();
  other.release();
  one.release();
}

int main() {
  std::thread first([] { use(a, b); });
  std::thread second([] { use(b, a); });
  first.join();
  second.join();
  return 0;
}

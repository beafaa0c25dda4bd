// verdict: fails
// cause: race, stuck
// try_acquire() may say no. Who does not listen is inside without a permit.
#include <semaphore>
#include <thread>

std::binary_semaphore permit{1};
int total = 0;

int main() {
  std::thread first([] {
    permit.acquire();
    ++total;
    permit.release();
  });
  std::thread second([] {
    static_cast<void>(permit.try_acquire());
    ++total;
  });
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: stuck, deadlock
// Two readers wait for each other inside a lock that lets in only one.
#include <latch>
#include <mutex>
#include <thread>

std::mutex mutex;
std::latch both_inside{2};

void look() {
  const std::lock_guard hold(mutex);
  both_inside.arrive_and_wait();
}

int main() {
  std::thread first(look);
  std::thread second(look);
  first.join();
  second.join();
  return 0;
}

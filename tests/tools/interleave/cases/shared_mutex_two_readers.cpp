// verdict: proved
// executions: 16
// Two readers hold the lock at once and wait for each other inside: a plain mutex would hang here.
#include <latch>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
int value = 42;
std::latch both_inside{2};

int look() {
  const std::shared_lock hold(mutex);
  both_inside.arrive_and_wait();
  return value;
}

int main() {
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&first_seen] { first_seen = look(); });
  std::thread second([&second_seen] { second_seen = look(); });
  first.join();
  second.join();
  return first_seen + second_seen == 84 ? 0 : 1;
}

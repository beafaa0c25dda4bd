// verdict: proved
// executions: 4
// std::atomic_flag waits and notifies, too.
#include <atomic>
#include <thread>

std::atomic_flag ready;
int value = 0;

int main() {
  int seen = 0;
  std::thread waiter([&seen] {
    ready.wait(false);
    seen = value;
  });
  value = 42;
  ready.test_and_set();
  ready.notify_all();
  waiter.join();
  return seen == 42 ? 0 : 1;
}

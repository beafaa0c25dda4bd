// verdict: fails
// cause: lost_wakeup, stuck
// The notification comes before the change: a waiter that it wakes finds the old value, and nobody wakes it again.
#include <atomic>
#include <thread>

std::atomic<int> stage{0};

int main() {
  std::thread waiter([] { stage.wait(0); });
  stage.notify_one();
  stage = 1;
  waiter.join();
  return 0;
}

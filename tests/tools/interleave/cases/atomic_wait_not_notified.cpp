// verdict: fails
// cause: stuck
// A new value alone wakes nobody who already waits.
#include <atomic>
#include <thread>

std::atomic<int> stage{0};

int main() {
  std::thread waiter([] { stage.wait(0); });
  stage = 1;
  waiter.join();
  return 0;
}

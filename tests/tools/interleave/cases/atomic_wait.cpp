// verdict: proved
// executions: 4
// wait() returns when the value is another; notify_one() comes after the change.
#include <atomic>
#include <thread>

std::atomic<int> stage{0};
int value = 0;

int main() {
  int seen = 0;
  std::thread waiter([&seen] {
    stage.wait(0);
    seen = value;
  });
  value = 42;
  stage = 1;
  stage.notify_one();
  waiter.join();
  return seen == 42 ? 0 : 1;
}

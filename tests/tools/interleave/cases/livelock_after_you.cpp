// verdict: fails
// cause: livelock
// Both raise their flag and wait until the other has lowered his, which both do only when they are through.
#include <atomic>
#include <thread>

std::atomic<bool> first_wants{false};
std::atomic<bool> second_wants{false};

void pass(std::atomic<bool>& mine, const std::atomic<bool>& others) {
  mine = true;
  while (others) std::this_thread::yield();
  mine = false;
}

int main() {
  std::thread first([] { pass(first_wants, second_wants); });
  std::thread second([] { pass(second_wants, first_wants); });
  first.join();
  second.join();
  return 0;
}

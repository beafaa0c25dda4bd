// verdict: fails
// cause: livelock
// Each thread spins until the other has begun, and begins after that.
#include <atomic>
#include <thread>

std::atomic<bool> first_begun{false};
std::atomic<bool> second_begun{false};

void begin_after(std::atomic<bool>& mine, const std::atomic<bool>& others) {
  while (!others) std::this_thread::yield();
  mine = true;
}

int main() {
  std::thread first([] { begin_after(first_begun, second_begun); });
  std::thread second([] { begin_after(second_begun, first_begun); });
  first.join();
  second.join();
  return 0;
}

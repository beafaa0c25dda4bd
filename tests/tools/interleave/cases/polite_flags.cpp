// verdict: proved, nothing_found
// Both raise a flag, and lower it for a moment where the other's is up. That may go on for long; from every state some
// schedule ends.
#include <atomic>
#include <thread>

std::atomic<bool> first_wants{false};
std::atomic<bool> second_wants{false};
int total = 0;

void add(std::atomic<bool>& mine, const std::atomic<bool>& others) {
  mine = true;
  while (others) {
    mine = false;
    std::this_thread::yield();
    mine = true;
  }
  ++total;
  mine = false;
}

int main() {
  std::thread first([] { add(first_wants, second_wants); });
  std::thread second([] { add(second_wants, first_wants); });
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

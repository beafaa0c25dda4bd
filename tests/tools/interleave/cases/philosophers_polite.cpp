// verdict: proved, nothing_found
// Two philosophers put a fork back where the other one is taken. They might do so for ever, but from every state some
// schedule ends: that is bad luck, and no livelock.
#include <mutex>
#include <thread>

std::mutex left;
std::mutex right;

void dine(std::mutex& one, std::mutex& other) {
  for (;;) {
    const std::lock_guard hold(one);
    if (other.try_lock()) break;
  }
  other.unlock();
}

int main() {
  std::thread first([] { dine(left, right); });
  std::thread second([] { dine(right, left); });
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: deadlock
// No two of these threads lock in opposite orders, yet the three can wait in a circle.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
std::mutex c;

void lock_both(std::mutex& one, std::mutex& other) {
  const std::lock_guard hold_one(one);
  const std::lock_guard hold_other(other);
}

int main() {
  std::thread first([] { lock_both(a, b); });
  std::thread second([] { lock_both(b, c); });
  std::thread third([] { lock_both(c, a); });
  first.join();
  second.join();
  third.join();
  return 0;
}

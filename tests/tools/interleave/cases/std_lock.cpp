// verdict: proved, nothing_found
// std::lock with the mutexes named in opposite orders, adopted by guards.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int total = 0;

void add_under(std::mutex& one, std::mutex& other) {
  std::lock(one, other);
  const std::lock_guard hold_one(one, std::adopt_lock);
  const std::lock_guard hold_other(other, std::adopt_lock);
  ++total;
}

int main() {
  std::thread first([] { add_under(a, b); });
  std::thread second([] { add_under(b, a); });
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

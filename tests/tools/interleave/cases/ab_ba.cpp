// verdict: fails
// cause: deadlock
// One thread locks a, then b; the other b, then a. Each may hold what the other waits for.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;

int main() {
  std::thread first([] {
    const std::lock_guard hold_a(a);
    const std::lock_guard hold_b(b);
  });
  std::thread second([] {
    const std::lock_guard hold_b(b);
    const std::lock_guard hold_a(a);
  });
  first.join();
  second.join();
  return 0;
}

// verdict: proved
// executions: 1
// silent: lock order
// a before b, then b before a, but the first thread has ended when the second begins: no schedule can bring them
// together.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;

int main() {
  std::thread first([] {
    const std::lock_guard hold_a(a);
    const std::lock_guard hold_b(b);
  });
  first.join();
  std::thread second([] {
    const std::lock_guard hold_b(b);
    const std::lock_guard hold_a(a);
  });
  second.join();
  return 0;
}

// verdict: proved
// executions: 2
// silent: lock order
// The order of a and b differs, but both threads hold the gate meanwhile: no deadlock, and nothing to warn of.
#include <mutex>
#include <thread>

std::mutex gate;
std::mutex a;
std::mutex b;
int total = 0;

int main() {
  std::thread first([] {
    const std::lock_guard hold_gate(gate);
    const std::lock_guard hold_a(a);
    const std::lock_guard hold_b(b);
    ++total;
  });
  std::thread second([] {
    const std::lock_guard hold_gate(gate);
    const std::lock_guard hold_b(b);
    const std::lock_guard hold_a(a);
    ++total;
  });
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

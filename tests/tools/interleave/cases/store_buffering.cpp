// verdict: proved
// executions: 3
// Each thread raises its flag, then looks at the other's. Sequentially consistent: at least one sees the other.
#include <atomic>
#include <thread>

std::atomic<bool> left{false};
std::atomic<bool> right{false};

int main() {
  bool left_saw = false;
  bool right_saw = false;
  std::thread first([&left_saw] {
    left = true;
    left_saw = right;
  });
  std::thread second([&right_saw] {
    right = true;
    right_saw = left;
  });
  first.join();
  second.join();
  return left_saw || right_saw ? 0 : 1;
}

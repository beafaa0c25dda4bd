// verdict: proved
// executions: 2
// Both halves are written before the latch opens.
#include <latch>
#include <thread>

std::latch written{2};
int left = 0;
int right = 0;

int main() {
  std::thread first([] {
    left = 40;
    written.count_down();
  });
  std::thread second([] {
    right = 2;
    written.count_down();
  });
  written.wait();
  const int sum = left + right;
  first.join();
  second.join();
  return sum == 42 ? 0 : 1;
}

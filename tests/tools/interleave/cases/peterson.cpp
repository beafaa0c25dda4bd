// verdict: proved
// Peterson's algorithm: a lock for two threads from three variables, sequentially consistent as atomics are by default.
#include <atomic>
#include <thread>

std::atomic<bool> interested[2] = {false, false};
std::atomic<int> turn{0};
int total = 0;

void add(int me) {
  const int other = 1 - me;
  interested[me] = true;
  turn = other;
  while (interested[other] && turn == other) {
  }
  ++total;
  interested[me] = false;
}

int main() {
  std::thread first(add, 0);
  std::thread second(add, 1);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

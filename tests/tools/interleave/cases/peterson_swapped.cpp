// verdict: fails
// cause: race
// The same with two lines swapped: both threads may be inside.
#include <atomic>
#include <thread>

std::atomic<bool> interested[2] = {false, false};
std::atomic<int> turn{0};
int total = 0;

void add(int me) {
  const int other = 1 - me;
  turn = other;
  interested[me] = true;
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
  return 0;
}

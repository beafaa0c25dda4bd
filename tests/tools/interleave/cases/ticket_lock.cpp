// verdict: proved
// Take a number, wait until it is called, call the next.
#include <atomic>
#include <thread>

std::atomic<int> next_ticket{0};
std::atomic<int> now_serving{0};
int total = 0;

void add() {
  const int ticket = next_ticket++;
  while (now_serving != ticket) std::this_thread::yield();
  ++total;
  ++now_serving;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

// verdict: fails
// cause: race, livelock
// Reading the number and writing the next are two steps: two threads may hold the same ticket.
#include <atomic>
#include <thread>

std::atomic<int> next_ticket{0};
std::atomic<int> now_serving{0};
int total = 0;

void add() {
  const int ticket = next_ticket;
  next_ticket = ticket + 1;
  while (now_serving != ticket) std::this_thread::yield();
  ++total;
  ++now_serving;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return 0;
}

// verdict: proved
// executions: 4
// std::scoped_lock with its mutexes named in the same order by both threads.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;
int total = 0;

void add() {
  const std::scoped_lock hold(a, b);
  ++total;
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return total == 2 ? 0 : 1;
}

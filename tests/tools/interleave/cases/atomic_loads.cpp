// verdict: proved
// executions: 1
// Two threads that only read can't be told apart by their order.
#include <atomic>
#include <thread>

std::atomic<int> value{21};

int main() {
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&first_seen] { first_seen = value; });
  std::thread second([&second_seen] { second_seen = value; });
  first.join();
  second.join();
  return first_seen + second_seen == 42 ? 0 : 1;
}

// verdict: proved
// executions: 2
// Whoever comes first initialises; the other waits for the end of it and sees the value.
#include <functional>
#include <mutex>
#include <thread>

std::once_flag once;
int times_run = 0;

int main() {
  int first_seen = 0;
  int second_seen = 0;
  const auto use = [](int& seen) {
    std::call_once(once, [] { ++times_run; });
    seen = times_run;
  };
  std::thread first(use, std::ref(first_seen));
  std::thread second(use, std::ref(second_seen));
  first.join();
  second.join();
  return times_run == 1 && first_seen == 1 && second_seen == 1 ? 0 : 1;
}

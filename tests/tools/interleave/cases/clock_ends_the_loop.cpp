// verdict: proved, nothing_found
// silent: livelock
// A loop that ends when time has passed. While it looks at the clock nothing else changes, and yet it is no loop
// without an end.
#include <sched.h>

#include <ctime>
#include <thread>

int main() {
  std::thread other([] {
    const std::time_t end = std::time(nullptr) + 1;
    while (std::time(nullptr) < end) sched_yield();
  });
  other.join();
}

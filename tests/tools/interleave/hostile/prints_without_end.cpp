// verdict: nothing_found
// says: given up after
// Prints without end. A schedule is given up at the limit of its steps.
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      for (;;) std::puts("more and more");
    };
  });
  late = true;
  worker.join();
  return 0;
}

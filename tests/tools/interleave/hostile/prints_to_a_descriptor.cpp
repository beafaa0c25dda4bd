// verdict: nothing_found
// says: given up after
// Prints without end, by a function that takes a descriptor.
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      for (;;) dprintf(1, "%s", "more and more of what nobody wants to read\n");
    };
  });
  late = true;
  worker.join();
  return 0;
}

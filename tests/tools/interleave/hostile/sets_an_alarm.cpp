// verdict: unsupported
// says: alarm()
// An alarm comes by the real clock, which no schedule knows.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) alarm(1);
  });
  late = true;
  worker.join();
  return 0;
}

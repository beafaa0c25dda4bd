// verdict: unsupported
// says: poll()
// poll() waits for what other processes do.
#include <poll.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) poll(nullptr, 0, -1);
  });
  late = true;
  worker.join();
  return 0;
}

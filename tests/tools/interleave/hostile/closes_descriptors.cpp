// verdict: proved, nothing_found
// Closes whatever is open, the explorer's channel included.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      for (int descriptor = 0; descriptor < 1024; ++descriptor) close(descriptor);
    };
  });
  late = true;
  worker.join();
  return 0;
}

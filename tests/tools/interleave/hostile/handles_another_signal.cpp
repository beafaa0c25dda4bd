// verdict: proved
// A handler for a signal that never comes does no harm.
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) signal(SIGUSR1, SIG_IGN);
  });
  late = true;
  worker.join();
  return 0;
}

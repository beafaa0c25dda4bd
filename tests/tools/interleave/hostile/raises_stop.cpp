// verdict: fails
// cause: crash
// says: SIGSTOP
// A process that stops itself would never say anything again.
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) raise(SIGSTOP);
  });
  late = true;
  worker.join();
  return 0;
}

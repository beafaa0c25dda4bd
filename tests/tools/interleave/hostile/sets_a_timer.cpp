// verdict: unsupported
// says: setitimer()
// A timer comes by the real clock, and its signal is the one that the explorer watches loops with.
#include <sys/time.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) setitimer(ITIMER_VIRTUAL, nullptr, nullptr);
  });
  late = true;
  worker.join();
  return 0;
}

// verdict: fails
// cause: crash
// says: SIGKILL
// A program that kills itself is killed in one order, not in every one.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) kill(getpid(), SIGKILL);
  });
  late = true;
  worker.join();
  return 0;
}

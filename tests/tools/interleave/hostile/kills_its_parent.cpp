// verdict: unsupported
// says: kill()
// A signal to another process: the explorer itself would be the first.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) kill(getppid(), SIGKILL);
  });
  late = true;
  worker.join();
  return 0;
}

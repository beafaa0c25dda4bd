// verdict: unsupported
// says: vfork()
// vfork() starts a process.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) vfork();
  });
  late = true;
  worker.join();
  return 0;
}

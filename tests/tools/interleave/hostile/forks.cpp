// verdict: unsupported
// says: fork()
// fork() starts a process.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) fork();
  });
  late = true;
  worker.join();
  return 0;
}

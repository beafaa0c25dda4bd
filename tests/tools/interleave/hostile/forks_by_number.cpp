// verdict: unsupported
// says: syscall(57)
// The same by the number of the system call.
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) syscall(SYS_fork);
  });
  late = true;
  worker.join();
  return 0;
}

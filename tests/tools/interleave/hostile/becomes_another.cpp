// verdict: unsupported
// says: execv()
// exec ends the program that is explored, and begins another one.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) execl("/bin/sleep", "sleep", "1000", nullptr);
  });
  late = true;
  worker.join();
  return 0;
}

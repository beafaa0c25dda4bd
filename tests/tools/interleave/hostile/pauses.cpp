// verdict: unsupported
// says: pause()
// pause() waits for a signal, which no thread of this program sends.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) pause();
  });
  late = true;
  worker.join();
  return 0;
}

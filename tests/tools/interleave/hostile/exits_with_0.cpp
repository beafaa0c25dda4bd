// verdict: fails
// cause: unjoined
// exit(0) in a thread ends the program while main still waits for that thread.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) std::exit(0);
  });
  late = true;
  worker.join();
  return 0;
}

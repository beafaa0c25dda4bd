// verdict: fails
// cause: crash
// says: SIGTERM
// A signal without a handler ends the program.
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) raise(SIGTERM);
  });
  late = true;
  worker.join();
  return 0;
}

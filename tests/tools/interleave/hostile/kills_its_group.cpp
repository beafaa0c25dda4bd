// verdict: fails
// cause: crash
// says: SIGKILL
// A signal to the whole group ends the program, too.
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) kill(0, SIGKILL);
  });
  late = true;
  worker.join();
  return 0;
}

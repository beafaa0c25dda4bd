// verdict: fails
// cause: wrong_result
// says: exit code 7
// _exit() ends the process at once, destructors left out, with a code that is no success.
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) _exit(7);
  });
  late = true;
  worker.join();
  return 0;
}

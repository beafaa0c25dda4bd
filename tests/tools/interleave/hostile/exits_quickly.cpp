// verdict: fails
// cause: wrong_result
// says: exit code 7
// quick_exit() in a thread, with a code that is no success.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) std::quick_exit(7);
  });
  late = true;
  worker.join();
  return 0;
}

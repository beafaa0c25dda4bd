// verdict: fails
// cause: aborted
// A static object's destructor ends the work behind main, and the detached thread that is still at it gives up: to be
// found only where threads run on after main has returned.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> over{false};

struct Ending {
  ~Ending() { over = true; }
};
const Ending ending;

int main() {
  std::thread([] {
    if (over) std::abort();
  }).detach();
  return 0;
}

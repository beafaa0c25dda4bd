// verdict: fails
// cause: livelock
// The flag is up for a moment only. Who looks too late spins for ever.
#include <atomic>
#include <thread>

std::atomic<bool> up{false};

int main() {
  std::thread watcher([] {
    while (!up) {
    }
  });
  up = true;
  up = false;
  watcher.join();
  return 0;
}

// verdict: fails
// cause: livelock, stuck
// Where the other was first, a loop that looks at nothing and changes nothing. It never ends.
#include <atomic>
#include <thread>

std::atomic<bool> stop{false};

int main() {
  std::thread worker([] {
    if (!stop) return;
    for (;;) {
    }
  });
  stop = true;
  worker.join();
  return 0;
}

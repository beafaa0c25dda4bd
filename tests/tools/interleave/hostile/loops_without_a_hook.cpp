// verdict: fails
// cause: livelock
// options: --replay -
// A loop in code that is not compiled for the explorer, so that nothing tells it of the loop.
#include <atomic>
#include <thread>

std::atomic<bool> late{false};

__attribute__((no_sanitize("thread"))) void go_round() {
  for (volatile int rounds = 0;; rounds = rounds + 1) {
  }
}

int main() {
  std::thread worker([] {
    if (late) go_round();
  });
  late = true;
  worker.join();
  return 0;
}

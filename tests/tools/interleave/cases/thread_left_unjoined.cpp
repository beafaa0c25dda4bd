// verdict: fails
// cause: unjoined
// "It is done, so there's nothing to wait for": a thread that has ended must be joined all the same.
#include <atomic>
#include <thread>

std::atomic<bool> done{false};

int main() {
  std::thread worker([] { done = true; });
  if (!done) worker.join();
  return 0;
}

// verdict: proved
// executions: 2
// Whether the worker is done or not, it is joined.
#include <atomic>
#include <thread>

std::atomic<bool> done{false};

int main() {
  std::thread worker([] { done = true; });
  if (done) {
    worker.join();
    return 0;
  }
  worker.join();
  return done ? 0 : 1;
}

// verdict: fails
// cause: stuck
// A worker that is told to stop forgets its promise, and main waits for a value that will not come.
#include <atomic>
#include <future>
#include <thread>

std::atomic<bool> stop{false};

int main() {
  std::promise<void> promise;
  std::future<void> future = promise.get_future();
  std::thread worker([&promise] {
    if (!stop) promise.set_value();
  });
  stop = true;
  future.get();
  worker.join();
  return 0;
}

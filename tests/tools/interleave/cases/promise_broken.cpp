// verdict: fails
// cause: uncaught_exception
// The promise is destroyed unset where the worker was told to stop, and get() throws in main.
#include <atomic>
#include <future>
#include <thread>
#include <utility>

std::atomic<bool> stop{false};

int main() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::jthread worker([promise = std::move(promise)]() mutable {
    if (stop) {
      const std::promise<int> forgotten = std::move(promise);
    } else {
      promise.set_value(0);
    }
  });
  stop = true;
  return future.get();
}

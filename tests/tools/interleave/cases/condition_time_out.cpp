// verdict: proved
// executions: 5
// A timed wait ends with the flag set or without, and says which.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
int value = 0;

int main() {
  bool right = false;
  std::thread waiter([&right] {
    std::unique_lock lock(mutex);
    const bool came = changed.wait_for(lock, std::chrono::milliseconds(10), [] { return value != 0; });
    right = came == (value == 42);
  });
  std::thread setter([] {
    const std::lock_guard hold(mutex);
    value = 42;
    changed.notify_one();
  });
  waiter.join();
  setter.join();
  return right ? 0 : 1;
}

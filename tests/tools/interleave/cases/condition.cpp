// verdict: proved
// executions: 4
// The flag changes under the lock, and the waiter looks at it again after each wake-up.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
bool ready = false;

int main() {
  std::thread waiter([] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return ready; });
  });
  std::thread setter([] {
    {
      const std::lock_guard hold(mutex);
      ready = true;
    }
    changed.notify_one();
  });
  waiter.join();
  setter.join();
  return ready ? 0 : 1;
}

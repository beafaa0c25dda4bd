// verdict: fails
// cause: lost_wakeup
// Nobody remembers that there was a notification: who comes later waits for ever.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;

int main() {
  std::thread waiter([] {
    std::unique_lock lock(mutex);
    changed.wait(lock);
  });
  std::thread notifier([] {
    const std::lock_guard hold(mutex);
    changed.notify_one();
  });
  waiter.join();
  notifier.join();
  return 0;
}

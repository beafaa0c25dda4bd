// verdict: fails
// cause: lost_wakeup, stuck
// The news comes before the change: the waiter looks, sees nothing new, and sleeps on.
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
    while (!ready) changed.wait(lock);
  });
  std::thread setter([] {
    changed.notify_one();
    const std::lock_guard hold(mutex);
    ready = true;
  });
  waiter.join();
  setter.join();
  return 0;
}

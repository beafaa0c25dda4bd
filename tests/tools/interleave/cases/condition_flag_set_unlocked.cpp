// verdict: fails
// cause: lost_wakeup
// silent: no reason
// The flag is atomic but set without the lock: between the waiter's look and its wait the notification meets nobody.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
std::atomic<bool> ready{false};

int main() {
  std::thread waiter([] {
    std::unique_lock lock(mutex);
    while (!ready) changed.wait(lock);
  });
  std::thread setter([] {
    ready = true;
    changed.notify_one();
  });
  waiter.join();
  setter.join();
  return 0;
}

// verdict: fails
// cause: lost_wakeup
// The flag of a std::condition_variable_any, too, must change under the lock.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable_any changed;
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

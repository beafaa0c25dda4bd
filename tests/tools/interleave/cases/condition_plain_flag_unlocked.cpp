// verdict: fails
// cause: race, lost_wakeup
// The flag is a plain bool and set without the lock.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool ready = false;

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

// verdict: proved, nothing_found
// Nobody notifies, but the waiter looks again after each time-out. Slow, and right.
#include <chrono>
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
    while (!ready) changed.wait_for(lock, std::chrono::milliseconds(1));
  });
  std::thread setter([] {
    const std::lock_guard hold(mutex);
    ready = true;
  });
  waiter.join();
  setter.join();
  return 0;
}

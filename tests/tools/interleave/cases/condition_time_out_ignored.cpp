// verdict: fails
// cause: wrong_result
// silent: no reason
// "It will have come within a second." Time promises nothing.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
int value = 0;

int main() {
  int seen = 0;
  std::thread waiter([&seen] {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::seconds(1), [] { return value != 0; });
    seen = value;
  });
  std::thread setter([] {
    const std::lock_guard hold(mutex);
    value = 42;
    changed.notify_one();
  });
  waiter.join();
  setter.join();
  return seen == 42 ? 0 : 1;
}

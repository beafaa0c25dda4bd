// verdict: proved
// executions: 4
// std::condition_variable_any waits with any kind of lock, here a shared one.
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
std::condition_variable_any changed;
// mutex must be held to touch it, shared for reading:
bool ready = false;

int main() {
  std::thread waiter([] {
    std::shared_lock lock(mutex);
    changed.wait(lock, [] { return ready; });
  });
  std::thread setter([] {
    const std::unique_lock hold(mutex);
    ready = true;
    changed.notify_one();
  });
  waiter.join();
  setter.join();
  return ready ? 0 : 1;
}

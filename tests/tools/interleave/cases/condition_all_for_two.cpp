// verdict: proved
// executions: 56
// Two threads wait for the flag, and notify_all() wakes both.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
bool ready = false;

void wait_until_ready() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return ready; });
}

int main() {
  std::thread first(wait_until_ready);
  std::thread second(wait_until_ready);
  {
    const std::lock_guard hold(mutex);
    ready = true;
  }
  changed.notify_all();
  first.join();
  second.join();
  return 0;
}

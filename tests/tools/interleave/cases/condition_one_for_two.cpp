// verdict: fails
// cause: stuck
// Two threads wait for the flag, and notify_one() wakes one of them.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
bool ready = false;

void wait_until_ready() {
  std::unique_lock lock(mutex);
  while (!ready) changed.wait(lock);
}

int main() {
  std::thread first(wait_until_ready);
  std::thread second(wait_until_ready);
  {
    const std::lock_guard hold(mutex);
    ready = true;
  }
  changed.notify_one();
  first.join();
  second.join();
  return 0;
}

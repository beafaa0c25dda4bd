// verdict: fails
// cause: stuck
// A thread that returns early forgets to unlock, and the other waits for a thread that has ended.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
std::atomic<bool> cancelled{false};

int main() {
  std::thread worker([] {
    mutex.lock();
    if (cancelled) return;
    mutex.unlock();
  });
  std::thread canceller([] {
    cancelled = true;
    mutex.lock();
    mutex.unlock();
  });
  worker.join();
  canceller.join();
  return 0;
}

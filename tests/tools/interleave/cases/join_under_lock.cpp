// verdict: fails
// cause: deadlock
// main waits for the thread's end and holds the mutex that the thread waits for.
#include <mutex>
#include <thread>

std::mutex mutex;

int main() {
  std::thread worker([] { const std::lock_guard hold(mutex); });
  const std::lock_guard hold(mutex);
  worker.join();
  return 0;
}

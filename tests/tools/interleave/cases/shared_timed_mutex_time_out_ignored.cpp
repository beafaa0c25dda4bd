// verdict: fails
// cause: race
// The timed shared lock may fail where a writer is inside, and then this reader reads all the same.
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_timed_mutex mutex;
// mutex must be held to touch it, shared for reading:
int value = 0;

int seen = 0;

int main() {
  std::thread writer([] {
    const std::unique_lock hold(mutex);
    value = 1;
  });
  std::thread reader([] {
    const std::shared_lock hold(mutex, std::chrono::milliseconds(10));
    seen = value;
  });
  writer.join();
  reader.join();
  return 0;
}

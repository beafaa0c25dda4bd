// verdict: proved
// executions: 3
// A timed shared lock may fail where a writer is inside; this reader reads only where it came.
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_timed_mutex mutex;
// mutex must be held to touch these, shared for reading:
int left = 0;
int right = 0;

int main() {
  bool equal = true;
  std::thread writer([] {
    const std::unique_lock hold(mutex);
    left = 1;
    right = 1;
  });
  std::thread reader([&equal] {
    const std::shared_lock hold(mutex, std::chrono::milliseconds(10));
    if (hold.owns_lock()) equal = left == right;
  });
  writer.join();
  reader.join();
  return equal ? 0 : 1;
}

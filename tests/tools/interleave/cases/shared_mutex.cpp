// verdict: proved
// executions: 2
// One writes both halves under the exclusive lock, one reads both under the shared lock.
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
// mutex must be held to touch these, shared for reading:
int left = 0;
int right = 0;

int main() {
  bool equal = false;
  std::thread writer([] {
    const std::unique_lock hold(mutex);
    left = 1;
    right = 1;
  });
  std::thread reader([&equal] {
    const std::shared_lock hold(mutex);
    equal = left == right;
  });
  writer.join();
  reader.join();
  return equal ? 0 : 1;
}

// verdict: fails
// cause: uncaught_exception
// at() finds the item gone that size() had counted, and nobody catches what it throws.
#include <mutex>
#include <thread>
#include <vector>

std::mutex mutex;
// mutex must be held to touch it:
std::vector<int> items(1);

int seen = 0;

bool any() {
  const std::lock_guard hold(mutex);
  return !items.empty();
}

int main() {
  std::thread reader([] {
    if (!any()) return;
    const std::lock_guard hold(mutex);
    seen = items.at(0);
  });
  std::thread clearer([] {
    const std::lock_guard hold(mutex);
    items.clear();
  });
  reader.join();
  clearer.join();
  return 0;
}

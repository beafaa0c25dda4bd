// verdict: fails
// cause: use_after_free
// The pointer is locked, the object behind it is not: deleted by one, read by the other.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch what it points to:
int* const value = new int(42);

int seen = 0;

int main() {
  std::thread reader([] {
    const std::lock_guard hold(mutex);
    seen = *value;
  });
  std::thread deleter([] {
    const std::lock_guard hold(mutex);
    delete value;
  });
  reader.join();
  deleter.join();
  return 0;
}

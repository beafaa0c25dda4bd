// verdict: proved
// executions: 2
// The pointer says under the lock whether the object is still there.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it and what it points to:
int* value = new int(42);

int main() {
  int seen = 42;
  std::thread reader([&seen] {
    const std::lock_guard hold(mutex);
    if (value != nullptr) seen = *value;
  });
  std::thread deleter([] {
    const std::lock_guard hold(mutex);
    delete value;
    value = nullptr;
  });
  reader.join();
  deleter.join();
  return seen == 42 ? 0 : 1;
}

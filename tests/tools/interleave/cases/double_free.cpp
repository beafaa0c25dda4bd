// verdict: fails
// cause: double_free
// The second thread copies the pointer and deletes what it points to later, when the first may have done it.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it and what it points to:
int* value = new int(42);

int* look() {
  const std::lock_guard hold(mutex);
  return value;
}

void remove(int* what) {
  const std::lock_guard hold(mutex);
  delete what;
  value = nullptr;
}

int main() {
  std::thread first([] {
    const std::lock_guard hold(mutex);
    delete value;
    value = nullptr;
  });
  std::thread second([] { remove(look()); });
  first.join();
  second.join();
  return 0;
}

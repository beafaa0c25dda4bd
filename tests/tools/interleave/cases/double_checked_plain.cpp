// verdict: fails
// cause: race
// Double-checked locking with a plain pointer: the first look is not ordered with the writing.
#include <mutex>
#include <thread>

std::mutex mutex;
int storage = 0;
int* instance = nullptr;

void use() {
  if (instance != nullptr) return;
  const std::lock_guard hold(mutex);
  if (instance == nullptr) instance = &storage;
}

int main() {
  std::thread first(use);
  std::thread second(use);
  first.join();
  second.join();
  return 0;
}

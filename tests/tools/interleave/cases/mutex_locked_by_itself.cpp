// verdict: fails
// cause: deadlock
// A locked function calls another that locks the same mutex, but only where the other thread was first.
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int entries = 0;

void log_entry() {
  const std::lock_guard hold(mutex);
  ++entries;
}

void log_again_if_any() {
  const std::lock_guard hold(mutex);
  if (entries > 0) log_entry();
}

int main() {
  std::thread first(log_again_if_any);
  std::thread second(log_entry);
  first.join();
  second.join();
  return 0;
}

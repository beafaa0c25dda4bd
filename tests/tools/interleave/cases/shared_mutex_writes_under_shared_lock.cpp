// verdict: fails
// cause: race
// A shared lock keeps out writers that lock exclusively, not a reader that writes.
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
// mutex must be held to touch it, shared for reading:
int reads = 0;

void count_read() {
  const std::shared_lock hold(mutex);
  ++reads;
}

int main() {
  std::thread first(count_read);
  std::thread second(count_read);
  first.join();
  second.join();
  return 0;
}

// verdict: proved
// executions: 14
// The cache is looked at under the shared lock, and again under the exclusive one before it is filled.
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
// mutex must be held to touch it, shared for reading:
int times_filled = 0;

bool is_filled() {
  const std::shared_lock hold(mutex);
  return times_filled > 0;
}

void fill_if_empty() {
  if (is_filled()) return;
  const std::unique_lock hold(mutex);
  if (times_filled == 0) ++times_filled;
}

int main() {
  std::thread first(fill_if_empty);
  std::thread second(fill_if_empty);
  first.join();
  second.join();
  return times_filled == 1 ? 0 : 1;
}

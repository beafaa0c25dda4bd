// verdict: fails
// cause: wrong_result
// Woken for an item, a consumer may find that the other, who never waited, has taken it. `if` does not look again.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch these:
int items = 0;
bool took_nothing = false;

void take() {
  std::unique_lock lock(mutex);
  if (items == 0) changed.wait(lock);
  if (items == 0) {
    took_nothing = true;
  } else {
    --items;
  }
}

void put() {
  const std::lock_guard hold(mutex);
  ++items;
  changed.notify_one();
}

int main() {
  std::thread first(take);
  std::thread second(take);
  put();
  put();
  first.join();
  second.join();
  return took_nothing ? 1 : 0;
}

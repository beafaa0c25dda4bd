// verdict: fails
// cause: wrong_result
// notify_all() wakes both for a single item. `if` takes it for granted that it is still there when the mutex is free.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch these:
int items = 0;
int least = 0;

void take() {
  std::unique_lock hold(mutex);
  if (items == 0) changed.wait(hold);
  --items;
  least = items < least ? items : least;
}

int main() {
  std::thread first(take);
  std::thread second(take);
  {
    const std::scoped_lock hold(mutex);
    items = 1;
  }
  changed.notify_all();
  {
    const std::scoped_lock hold(mutex);
    ++items;
  }
  changed.notify_all();
  first.join();
  second.join();
  return least < 0 ? 1 : 0;
}

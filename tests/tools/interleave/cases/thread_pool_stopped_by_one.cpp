// verdict: fails
// cause: stuck, lost_wakeup
// Both workers wait for tasks when the pool is stopped, and notify_one() tells one of them.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch these:
std::deque<int> tasks;
bool stopped = false;
int done = 0;

void work() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [] { return stopped || !tasks.empty(); });
    if (tasks.empty()) return;
    tasks.pop_front();
    ++done;
  }
}

int main() {
  std::thread first(work);
  std::thread second(work);
  {
    const std::lock_guard hold(mutex);
    tasks = {1, 2, 3};
  }
  changed.notify_all();
  {
    const std::lock_guard hold(mutex);
    stopped = true;
  }
  changed.notify_one();
  first.join();
  second.join();
  return done == 3 ? 0 : 1;
}

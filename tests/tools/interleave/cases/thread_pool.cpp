// verdict: proved
// executions: 16
// Two workers, three tasks: each takes the next task until none is left.
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
int next_task = 0;
std::array<int, 3> results{};

void work() {
  for (;;) {
    int task = 0;
    {
      const std::lock_guard hold(mutex);
      if (next_task == 3) return;
      task = next_task++;
    }
    results[task] = 10 + task;
  }
}

int main() {
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  return results[0] == 10 && results[1] == 11 && results[2] == 12 ? 0 : 1;
}

// verdict: proved
// executions: 2
// What was allocated before main is as it was at the beginning of each schedule.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

std::mutex mutex;
// mutex must be held to touch these:
std::vector<int> items{1, 2, 3};
const std::unique_ptr<int> total = std::make_unique<int>(0);

void add() {
  const std::lock_guard hold(mutex);
  *total += items.back();
  items.pop_back();
}

int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  return *total == 5 && items.size() == 1 ? 0 : 1;
}

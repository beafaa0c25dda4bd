// verdict: proved
// executions: 2
// Two threads push to one list, one at a time.
#include <list>
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
std::list<int> items;

void push(int item) {
  const std::lock_guard hold(mutex);
  items.push_back(item);
}

int main() {
  std::thread first(push, 40);
  std::thread second(push, 2);
  first.join();
  second.join();
  return items.size() == 2 && items.front() + items.back() == 42 ? 0 : 1;
}

// verdict: proved
// executions: 2
// Two threads insert into one map, one at a time.
#include <map>
#include <mutex>
#include <thread>

std::mutex mutex;
// mutex must be held to touch it:
std::map<int, int> items;

void insert(int key) {
  const std::lock_guard hold(mutex);
  items[key] = 21;
}

int main() {
  std::thread first(insert, 1);
  std::thread second(insert, 2);
  first.join();
  second.join();
  return items.size() == 2 && items[1] + items[2] == 42 ? 0 : 1;
}

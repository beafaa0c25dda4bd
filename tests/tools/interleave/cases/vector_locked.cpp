// verdict: proved
// Two threads push to one vector, one at a time.
#include <mutex>
#include <thread>
#include <vector>

std::mutex mutex;
// mutex must be held to touch it:
std::vector<int> items;

void push(int item) {
  const std::lock_guard hold(mutex);
  items.push_back(item);
}

int main() {
  std::thread first(push, 40);
  std::thread second(push, 2);
  first.join();
  second.join();
  return items.size() == 2 && items[0] + items[1] == 42 ? 0 : 1;
}

// verdict: fails
// cause: race
// Reading with [] inserts what is missing: under a shared lock that is writing.
#include <map>
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;
// mutex must be held to touch it, shared for reading:
std::map<int, int> items;

void look() {
  const std::shared_lock hold(mutex);
  static_cast<void>(items[1]);
}

int main() {
  std::thread first(look);
  std::thread second(look);
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: race
// Two threads push to one list, whose nodes are linked by a function inside the library.
#include <list>
#include <thread>

std::list<int> items;

int main() {
  std::thread first([] { items.push_back(1); });
  std::thread second([] { items.push_back(2); });
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: race
// Two threads insert into one map, whose tree is balanced by a function inside the library.
#include <map>
#include <thread>

std::map<int, int> items;

int main() {
  std::thread first([] { items[1] = 1; });
  std::thread second([] { items[2] = 2; });
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: race
// Two threads insert into one hash table.
#include <thread>
#include <unordered_map>

std::unordered_map<int, int> items;

int main() {
  std::thread first([] { items[1] = 1; });
  std::thread second([] { items[2] = 2; });
  first.join();
  second.join();
  return 0;
}

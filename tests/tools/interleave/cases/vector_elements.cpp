// verdict: proved
// executions: 1
// Different elements are different variables.
#include <thread>
#include <vector>

int main() {
  std::vector<int> items(2);
  std::thread first([&items] { items[0] = 40; });
  std::thread second([&items] { items[1] = 2; });
  first.join();
  second.join();
  return items[0] + items[1] == 42 ? 0 : 1;
}

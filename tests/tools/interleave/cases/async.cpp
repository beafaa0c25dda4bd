// verdict: proved
// executions: 1
// Two tasks, two values, no shared variable.
#include <future>

int main() {
  std::future<int> first = std::async(std::launch::async, [] { return 40; });
  std::future<int> second = std::async(std::launch::async, [] { return 2; });
  return first.get() + second.get() == 42 ? 0 : 1;
}

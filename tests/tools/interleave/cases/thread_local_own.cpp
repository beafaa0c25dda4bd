// verdict: proved
// executions: 1
// Each thread has a counter of its own, which begins at 7 in each.
#include <thread>

thread_local int counter = 7;
int first_result = 0;
int second_result = 0;

int main() {
  std::thread first([] { first_result = ++counter; });
  std::thread second([] { second_result = ++counter; });
  first.join();
  second.join();
  return first_result == 8 && second_result == 8 && counter == 7 ? 0 : 1;
}

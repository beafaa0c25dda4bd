// verdict: proved
// executions: 1
// Each thread writes a variable of its own: no order of theirs can be told from another.
#include <thread>

int first_result = 0;
int second_result = 0;

int main() {
  std::thread first([] { first_result = 1; });
  std::thread second([] { second_result = 2; });
  first.join();
  second.join();
  return first_result + second_result == 3 ? 0 : 1;
}

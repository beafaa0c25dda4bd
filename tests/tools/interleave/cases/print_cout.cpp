// verdict: proved
// executions: 2
// says: depends on the order
// Two threads print; either line may come first.
#include <iostream>
#include <thread>

int main() {
  std::thread first([] { std::cout << "first\n"; });
  std::thread second([] { std::cout << "second\n"; });
  first.join();
  second.join();
  return 0;
}

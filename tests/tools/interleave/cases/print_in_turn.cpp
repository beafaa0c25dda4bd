// verdict: proved
// executions: 1
// silent: depends on the order
// The second thread begins when the first has ended: one output.
#include <cstdio>
#include <iostream>
#include <thread>

int main() {
  std::thread first([] { std::cout << "first " << 1 << std::endl; });
  first.join();
  std::thread second([] { std::puts("second"); });
  second.join();
  return 0;
}

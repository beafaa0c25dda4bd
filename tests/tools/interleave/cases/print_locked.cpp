// verdict: proved
// executions: 2
// says: depends on the order
// A lock keeps lines whole. It does not say which one is first.
#include <iostream>
#include <mutex>
#include <thread>

std::mutex mutex;

void print(int number) {
  const std::lock_guard hold(mutex);
  std::cout << "thread " << number << '\n';
}

int main() {
  std::thread first(print, 1);
  std::thread second(print, 2);
  first.join();
  second.join();
  return 0;
}

// verdict: fails
// cause: aborted
// std::terminate(), called without any exception.
#include <atomic>
#include <exception>
#include <thread>

std::atomic<int> users{0};

void use() {
  if (++users == 2) std::terminate();
  --users;
}

int main() {
  std::thread first(use);
  std::thread second(use);
  first.join();
  second.join();
  return 0;
}

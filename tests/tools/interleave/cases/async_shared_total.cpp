// verdict: fails
// cause: race
// Tasks are threads: what they share needs a lock.
#include <future>

int total = 0;

int main() {
  std::future<void> first = std::async(std::launch::async, [] { ++total; });
  std::future<void> second = std::async(std::launch::async, [] { ++total; });
  first.get();
  second.get();
  return 0;
}

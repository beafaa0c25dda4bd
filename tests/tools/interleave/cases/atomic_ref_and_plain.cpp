// verdict: fails
// cause: race
// One thread goes through std::atomic_ref, the other does not.
#include <atomic>
#include <thread>

int total = 0;

int main() {
  std::thread first([] { ++std::atomic_ref(total); });
  std::thread second([] { ++total; });
  first.join();
  second.join();
  return 0;
}

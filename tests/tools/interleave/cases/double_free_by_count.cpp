// verdict: fails
// cause: double_free, race
// Two owners count down, then look: both may see 0. The result of the counting itself is only one thread's.
#include <atomic>
#include <thread>

std::atomic<int> owners{2};
int* const value = new int(42);

void release() {
  --owners;
  if (owners == 0) delete value;
}

int main() {
  std::thread first(release);
  std::thread second(release);
  first.join();
  second.join();
  return 0;
}

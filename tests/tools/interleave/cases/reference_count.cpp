// verdict: proved
// executions: 2
// Who counts down to 0 deletes, and only one thread does.
#include <atomic>
#include <thread>

int deleted = 0;
std::atomic<int> owners{2};
int* const value = new int(42);

void release() {
  if (--owners != 0) return;
  ++deleted;
  delete value;
}

int main() {
  std::thread first(release);
  std::thread second(release);
  first.join();
  second.join();
  return deleted == 1 ? 0 : 1;
}

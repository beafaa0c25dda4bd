// verdict: proved, nothing_found
// Opens a file in each schedule and closes none: the last schedule shall find as much room as the first one.
#include <fcntl.h>

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> turns{0};

int main() {
  assert(open("/dev/null", O_RDONLY) >= 0);
  std::thread first([] {
    for (int i = 0; i < 7; ++i) turns.exchange(i);
  });
  for (int i = 0; i < 7; ++i) turns.exchange(-i);
  first.join();
  return 0;
}

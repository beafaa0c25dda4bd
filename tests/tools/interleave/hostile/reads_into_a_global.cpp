// verdict: proved, nothing_found
// The system writes into a page of the program's variables that no schedule has written before.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> first{0};
char letters[3 * 4096];

int main() {
  const int zeros = open("/dev/zero", O_RDONLY);
  assert(read(zeros, letters, sizeof letters) == sizeof letters);
  close(zeros);
  std::thread worker([] { first.exchange(1); });
  first.exchange(2);
  worker.join();
  return 0;
}

// verdict: fails
// cause: stuck
// A worker that has nothing to do does not count down.
#include <atomic>
#include <latch>
#include <thread>

std::latch done{1};
std::atomic<bool> work_left{true};

int main() {
  std::thread worker([] {
    if (work_left) done.count_down();
  });
  work_left = false;
  done.wait();
  worker.join();
  return 0;
}

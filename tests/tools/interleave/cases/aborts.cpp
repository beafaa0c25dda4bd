// verdict: fails
// cause: aborted
// abort() where the other thread was between its two steps.
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int> left{0};
std::atomic<int> right{0};

int main() {
  std::thread mover([] {
    left = 1;
    right = 1;
  });
  const int right_seen = right;
  if (left != right_seen) std::abort();
  mover.join();
  return 0;
}

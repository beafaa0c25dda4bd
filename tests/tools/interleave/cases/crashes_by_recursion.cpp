// verdict: fails
// cause: crash
// Calls itself until the number is reached; another thread puts the number where it never is.
#include <array>
#include <atomic>
#include <thread>

std::atomic<int> last{3};

int depth_below(int depth) {
  std::array<char, 4096> frame{};
  return depth == last ? 0 : 1 + frame[0] + depth_below(depth + 1);
}

int main() {
  std::thread caller([] { depth_below(0); });
  last = -1;
  caller.join();
  return 0;
}

// verdict: fails
// cause: memory
// Where the limit is gone, nothing ends the loop but the end of the memory.
#include <atomic>
#include <cstring>
#include <thread>

constexpr std::size_t kBytes = 1 << 20;

std::atomic<int> limit{2};

int main() {
  std::thread taker([] {
    for (int i = 0; i != limit; ++i) std::memset(new char[kBytes], 1, kBytes);
  });
  limit = -1;
  taker.join();
  return 0;
}

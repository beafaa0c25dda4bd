// verdict: unsupported
// says: got a thread more
// says: wanted at most 64 threads
// One thread more than the explorer has room for, main among them.
#include <thread>
#include <vector>

constexpr int kThreads = 64;

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back([] {});
  for (std::thread& thread : threads) thread.join();
}

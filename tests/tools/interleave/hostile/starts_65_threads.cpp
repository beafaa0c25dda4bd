// verdict: unsupported
// says: more than 64 threads
// More threads than the explorer has room for.
#include <thread>
#include <vector>

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 65; ++i) threads.emplace_back([] {});
  for (std::thread& thread : threads) thread.join();
  return 0;
}

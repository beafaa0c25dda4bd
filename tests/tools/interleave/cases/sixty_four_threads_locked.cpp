// verdict: nothing_found
// options: --search exhaustive --executions 300
// silent: not supported
// As many threads as there can be, all of which take one lock: more orders than anybody can run, and each is run soon.
#include <mutex>
#include <thread>
#include <vector>

constexpr int kThreads = 63;

std::mutex mutex;
int total = 0;

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([] {
      const std::scoped_lock hold(mutex);
      ++total;
    });
  }
  for (std::thread& thread : threads) thread.join();
  return total == kThreads ? 0 : 1;
}

// verdict: proved
// executions: 1
// options: --search exhaustive
// Many threads that do not meet have one order, however many there are.
#include <thread>
#include <vector>

constexpr int kThreads = 63;

int results[kThreads];

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back([i] { results[i] = i; });
  int sum = 0;
  for (int i = 0; i < kThreads; ++i) {
    threads[i].join();
    sum += results[i];
  }
  return sum == kThreads * (kThreads - 1) / 2 ? 0 : 1;
}

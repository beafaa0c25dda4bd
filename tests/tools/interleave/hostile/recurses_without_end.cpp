// verdict: fails
// cause: crash
// says: SIGSEGV
// Calls itself without end, in code that is not compiled for the explorer.
#include <atomic>
#include <thread>

std::atomic<bool> late{false};

__attribute__((no_sanitize("thread"), noinline)) int below(volatile int depth) { return below(depth + 1) + depth; }

int main() {
  std::thread worker([] {
    if (late) [[maybe_unused]]
      const int depth = below(0);
  });
  late = true;
  worker.join();
  return 0;
}

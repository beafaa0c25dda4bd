// verdict: fails
// cause: crash
// says: SIGSEGV
// A frame so large that it reaches over whatever guards the end of the stack.
#include <atomic>
#include <thread>

std::atomic<bool> late{false};

// Touches only its far end.
__attribute__((noinline)) char touch_below() {
  volatile char frame[64 << 20];
  frame[0] = 1;
  return frame[0];
}

int main() {
  std::thread worker([] {
    if (late) [[maybe_unused]]
      const char far = touch_below();
  });
  late = true;
  worker.join();
  return 0;
}

// verdict: unsupported
// says: a handler for SIGSEGV
// Hides its own crash behind a handler. The explorer needs that signal itself.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      signal(SIGSEGV, [](int) { _exit(0); });
      int* volatile nowhere = nullptr;
      *nowhere = 1;
    };
  });
  late = true;
  worker.join();
  return 0;
}

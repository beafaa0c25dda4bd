// verdict: fails
// cause: crash
// says: SIGSEGV
// A blocked SIGSEGV would end the process without a word.
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) {
      sigset_t all;
      sigfillset(&all);
      pthread_sigmask(SIG_BLOCK, &all, nullptr);
      int* volatile nowhere = nullptr;
      *nowhere = 1;
    };
  });
  late = true;
  worker.join();
  return 0;
}

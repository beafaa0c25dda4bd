// verdict: fails
// cause: crash
// says: SIGTERM
// A signal to one thread without a handler ends the program.
#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) pthread_kill(pthread_self(), SIGTERM);
  });
  late = true;
  worker.join();
  return 0;
}

// verdict: unsupported
// says: pthread_cancel()
// Cancelling is not modelled.
#include <pthread.h>

#include <atomic>
#include <thread>

std::atomic<bool> late{false};

int main() {
  std::thread worker([] {
    if (late) pthread_cancel(pthread_self());
  });
  late = true;
  worker.join();
  return 0;
}

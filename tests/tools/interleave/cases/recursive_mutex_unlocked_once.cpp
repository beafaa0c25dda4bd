// verdict: fails
// cause: stuck
// Locked twice, unlocked once: the mutex stays with a thread that has ended, and who comes second waits for ever.
#include <mutex>
#include <thread>

std::recursive_mutex mutex;

int main() {
  std::thread careless([] {
    mutex.lock();
    mutex.lock();
    mutex.unlock();
  });
  std::thread careful([] {
    mutex.lock();
    mutex.unlock();
  });
  careless.join();
  careful.join();
  return 0;
}

// verdict: fails
// cause: bad_unlock
// A thread "frees" a mutex that the other holds, in the moment in which it sees it held.
#include <atomic>
#include <mutex>
#include <thread>

std::mutex mutex;
std::atomic<bool> held{false};

int main() {
  std::thread owner([] {
    mutex.lock();
    held = true;
    held = false;
    mutex.unlock();
  });
  std::thread meddler([] {
    if (held) mutex.unlock();
  });
  owner.join();
  meddler.join();
  return 0;
}

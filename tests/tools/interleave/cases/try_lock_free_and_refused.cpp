// verdict: fails
// cause: assertion
// options: --try-lock-fails
// Nobody holds the mutex, so try_lock() succeeds: on this the program relies. The standard allows it to fail all the
// same.
#include <cassert>
#include <mutex>

int main() {
  std::mutex mutex;
  const bool taken = mutex.try_lock();
  assert(taken);
  mutex.unlock();
}

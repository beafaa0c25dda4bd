// verdict: fails
// cause: stuck, lost_wakeup, deadlock
// A consumer that takes the item wakes one thread, which may be the other consumer instead of the producer.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
bool full = false;

void put() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return !full; });
  full = true;
  changed.notify_one();
}

void take() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return full; });
  full = false;
  changed.notify_one();
}

int main() {
  std::thread first_consumer(take);
  std::thread second_consumer(take);
  put();
  put();
  first_consumer.join();
  second_consumer.join();
  return 0;
}

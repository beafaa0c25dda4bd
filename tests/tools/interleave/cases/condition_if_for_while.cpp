// verdict: fails
// cause: wrong_result
// A wait may end without any notification. `if` believes it, and takes an item that is not there yet.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
// mutex must be held to touch it:
int items = 0;

int main() {
  bool found = true;
  std::thread consumer([&found] {
    std::unique_lock lock(mutex);
    if (items == 0) changed.wait(lock);
    found = items > 0;
  });
  std::thread producer([] {
    const std::lock_guard hold(mutex);
    ++items;
    changed.notify_one();
  });
  consumer.join();
  producer.join();
  return found ? 0 : 1;
}

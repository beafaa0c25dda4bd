// verdict: fails
// cause: lost_wakeup
// pop() looks whether the queue is empty under one lock and waits under the next: the push may come between.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable not_empty;
// mutex must be held to touch it:
std::deque<int> items;

bool is_empty() {
  const std::lock_guard hold(mutex);
  return items.empty();
}

int main() {
  std::thread producer([] {
    const std::lock_guard hold(mutex);
    items.push_back(1);
    not_empty.notify_one();
  });
  std::thread consumer([] {
    if (!is_empty()) return;
    std::unique_lock lock(mutex);
    do {
      not_empty.wait(lock);
    } while (items.empty());
  });
  producer.join();
  consumer.join();
  return 0;
}

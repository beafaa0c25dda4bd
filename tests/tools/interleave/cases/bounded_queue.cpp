// verdict: proved
// executions: 24
// A queue with room for one item: who puts waits until it is empty, who takes until it is full.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class BoundedQueue {
 public:
  void push(int item) {
    std::unique_lock lock(mutex_);
    not_full_.wait(lock, [this] { return items_.empty(); });
    items_.push_back(item);
    not_empty_.notify_one();
  }

  int pop() {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [this] { return !items_.empty(); });
    const int item = items_.front();
    items_.pop_front();
    not_full_.notify_one();
    return item;
  }

 private:
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  // mutex_ must be held to touch it:
  std::deque<int> items_;
};

int main() {
  BoundedQueue queue;
  int sum = 0;
  std::thread producer([&queue] {
    queue.push(1);
    queue.push(2);
  });
  std::thread consumer([&queue, &sum] {
    sum += queue.pop();
    sum += queue.pop();
  });
  producer.join();
  consumer.join();
  return sum == 3 ? 0 : 1;
}

// tests/benchmarks/bounded_queue.cpp: lesson 05's queue between two producers and two consumers, against textbook
// queues and two libraries.
#include <exercise.hpp>

#include "suite.hpp"
#include "textbook_queues.hpp"

#include <blockingconcurrentqueue.h>
#include <tbb/concurrent_queue.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using benchmarks::Reading;

constexpr std::size_t kCapacity = 1024;
constexpr std::size_t kProducers = 2;
constexpr std::size_t kConsumers = 2;
constexpr std::int64_t kItemsOfEach = 200'000;  // Of each producer, and of each consumer.
constexpr std::int64_t kItems = kItemsOfEach * kProducers;
static_assert(kProducers == kConsumers);

/// TBB's queue, with the interface that the others have.
class TbbQueue {
 public:
  explicit TbbQueue(std::size_t capacity) { queue_.set_capacity(static_cast<std::ptrdiff_t>(capacity)); }

  void push(std::int64_t item) { queue_.push(item); }

  std::optional<std::int64_t> pop() {
    std::int64_t item = 0;
    queue_.pop(item);
    return item;
  }

 private:
  tbb::concurrent_bounded_queue<std::int64_t> queue_;
};

/// moodycamel's queue. It has no bound: its producers never wait, and items of different producers overtake each other.
class MoodycamelQueue {
 public:
  explicit MoodycamelQueue(std::size_t capacity) : queue_(capacity) {}

  void push(std::int64_t item) {
    if (!queue_.enqueue(item)) throw std::bad_alloc();
  }

  std::optional<std::int64_t> pop() {
    std::int64_t item = 0;
    queue_.wait_dequeue(item);
    return item;
  }

 private:
  moodycamel::BlockingConcurrentQueue<std::int64_t> queue_;
};

/// Hands kItems items over. Each consumer takes its share and then stops, so that no queue has to be closed: libraries
/// have their own ways for that.
template <class Queue>
void hand_over() {
  Queue queue(kCapacity);
  std::array<std::int64_t, kConsumers> sums{};
  {
    std::vector<std::jthread> threads;
    for (std::int64_t& sum_of_consumer : sums) {
      threads.emplace_back([&queue] {
        for (std::int64_t item = 1; item <= kItemsOfEach; ++item) queue.push(item);
      });
      threads.emplace_back([&queue, &sum_of_consumer] {
        std::int64_t sum = 0;
        for (std::int64_t taken = 0; taken < kItemsOfEach; ++taken) sum += queue.pop().value();
        sum_of_consumer = sum;
      });
    }
  }
  const std::int64_t wanted = kProducers * (kItemsOfEach * (kItemsOfEach + 1) / 2);
  if (std::accumulate(sums.begin(), sums.end(), std::int64_t{0}) != wanted) {
    throw std::runtime_error("workbook bug: a queue lost or doubled an item");
  }
}

template <class Queue>
void add(benchmarks::Suite& suite, const char* name) {
  suite.add({name, kItems, "item", hand_over<Queue>});
}

void add_cases(benchmarks::Suite& suite) {
  add<BoundedQueue<std::int64_t>>(suite, "lesson 05");
  add<benchmarks::DequeQueue<std::int64_t>>(suite, "deque");
  add<benchmarks::NotifyOutsideQueue<std::int64_t>>(suite, "notify outside");
  add<benchmarks::RingQueue<std::int64_t>>(suite, "ring");
  add<TbbQueue>(suite, "TBB, bounded");
  add<MoodycamelQueue>(suite, "moodycamel, unbounded");
}

void add_ratios(benchmarks::Suite& suite) {
  const std::vector<std::string> textbook = {"deque", "notify outside", "ring"};
  suite.compare({"lesson 05", textbook, Reading::cost, 1.5});
  suite.compare({"lesson 05", {"TBB, bounded"}, Reading::speed, 1.0});
  suite.compare({"lesson 05", {"moodycamel, unbounded"}, Reading::cost});
}

}  // namespace

int main(int argc, char** argv) {
  benchmarks::Suite suite("bounded_queue", 41);
  add_cases(suite);
  add_ratios(suite);
  return suite.run(argc, argv);
}

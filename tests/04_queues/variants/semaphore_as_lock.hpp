// A binary semaphore in the place of the mutex, and an atomic count for size(). Waiters sleep in the kernel where no
// ledger sees them.
#pragma once

#include <workbook/integrate.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class Queue {
 public:
  void push(T item) {
    free_.acquire();
    items_.push(std::move(item));
    ++count_;
    free_.release();
  }

  std::optional<T> try_pop() {
    std::optional<T> item;
    free_.acquire();
    if (!items_.empty()) {
      item.emplace(std::move(items_.front()));
      items_.pop();
      --count_;
    }
    free_.release();
    return item;
  }

  std::size_t size() const { return count_.load(); }

 private:
  std::atomic<std::size_t> count_ = 0;
  std::binary_semaphore free_{1};
  // taken from free_ by whoever touches these:
  std::queue<T> items_;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
      threads.emplace_back([=, &parts] {
        parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
      });
    }
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

// A std::deque, std::unique_lock, an item by its plain name, and threads that are joined by hand.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

template <class T>
struct Queue {
  void push(T item) {
    std::unique_lock<std::mutex> lock(mutex);
    items.emplace_back(std::move(item));
    lock.unlock();
  }

  std::optional<T> try_pop() {
    std::unique_lock<std::mutex> lock(mutex);
    if (!items.empty()) {
      T item = std::move(items.front());
      items.pop_front();
      return item;
    }
    return {};
  }

  std::size_t size() const {
    std::lock_guard<std::mutex> lock(mutex);
    return items.size();
  }

  mutable std::mutex mutex;
  // mutex must be held to touch these:
  std::deque<T> items;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  std::vector<std::thread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([=, &parts] {
      parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
    });
  }
  for (std::thread& thread : threads) thread.join();
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

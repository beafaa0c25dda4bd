// The list node is made before the lock is taken and unhooked under it: what may be slow happens outside. The caller
// works too.
#pragma once

#include <workbook/integrate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class Queue {
 public:
  void push(T item) {
    std::list<T> node;
    node.push_back(std::move(item));
    const std::scoped_lock hold(mutex_);
    items_.splice(items_.end(), node);
  }

  std::optional<T> try_pop() {
    std::list<T> node;
    {
      const std::scoped_lock hold(mutex_);
      if (items_.empty()) return std::nullopt;
      node.splice(node.begin(), items_, items_.begin());
    }
    return std::optional<T>(std::move(node.front()));
  }

  std::size_t size() const {
    const std::scoped_lock hold(mutex_);
    return items_.size();
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::list<T> items_;
};

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  Queue<double> parts;
  const auto work = [=, &parts](int i) {
    parts.push(workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i)));
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < workers; ++i) threads.emplace_back(work, i);
    work(0);
  }
  double total = 0;
  while (const std::optional<double> part = parts.try_pop()) total += *part;
  return total;
}

// The queue of Michael and Scott with two locks: one for each end, and a node between them that holds no item. The
// link and the count are all that the two ends share, so these are atomic.
#pragma once

#include <workbook/integrate.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

template <class T>
class Queue {
 public:
  Queue() = default;
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;

  ~Queue() {
    while (head_ != nullptr) delete std::exchange(head_, head_->next.load());
  }

  void push(T item) {
    auto node = std::make_unique<Node>();
    node->item.emplace(std::move(item));
    const std::scoped_lock hold(tail_mutex_);
    ++count_;
    tail_->next = node.get();
    tail_ = node.release();
  }

  std::optional<T> try_pop() {
    const std::scoped_lock hold(head_mutex_);
    Node* const next = head_->next;
    if (next == nullptr) return std::nullopt;
    std::optional<T> item = std::exchange(next->item, std::nullopt);
    --count_;
    delete std::exchange(head_, next);
    return item;
  }

  std::size_t size() const { return count_; }

 private:
  struct Node {
    std::optional<T> item;
    std::atomic<Node*> next = nullptr;
  };

  std::atomic<std::size_t> count_ = 0;

  std::mutex head_mutex_;
  // head_mutex_ must be held to touch this:
  Node* head_ = new Node;

  std::mutex tail_mutex_;
  // tail_mutex_ must be held to touch this:
  Node* tail_ = head_;
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

// The lock-free queue of Michael and Scott: whoever finds the tail behind moves it on. Nodes are kept until the queue
// ends, so none is freed under a reader.
#pragma once

#include <workbook/integrate.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
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
    for (Node* node = oldest_; node != nullptr;) delete std::exchange(node, node->next.load());
  }

  void push(T item) {
    auto node = std::make_unique<Node>();
    node->item.emplace(std::move(item));
    ++count_;
    for (Node* tail = tail_;; tail = tail_) {
      Node* next = nullptr;
      if (tail->next.compare_exchange_strong(next, node.get())) {
        tail_.compare_exchange_strong(tail, node.release());
        return;
      }
      tail_.compare_exchange_strong(tail, next);
    }
  }

  std::optional<T> try_pop() {
    for (Node* head = head_;;) {
      Node* const next = head->next;
      if (next == nullptr) return std::nullopt;
      if (!head_.compare_exchange_strong(head, next)) continue;
      --count_;
      return std::exchange(next->item, std::nullopt);
    }
  }

  std::size_t size() const { return count_; }

 private:
  struct Node {
    std::optional<T> item;
    std::atomic<Node*> next = nullptr;
  };

  Node* const oldest_ = new Node;
  std::atomic<Node*> head_ = oldest_;
  std::atomic<Node*> tail_ = oldest_;
  std::atomic<std::size_t> count_ = 0;
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

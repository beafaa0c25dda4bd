// tests/04_queues/schedules.cpp: two threads at one Queue, a call each, to be run in every order of their steps.
#include <exercise.hpp>

#include "judge/explored/explored.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace {

using judge::Facts;
using Numbers = std::vector<std::int64_t>;
// What the threads share stands in memory of its own: a place on the stack was another variable's before, and would go
// by either name in the messages.
using Shared = std::shared_ptr<Queue<std::int64_t>>;

constexpr std::int64_t kNothing = -1;

Shared queue_with(const Numbers& items) {
  auto queue = std::make_shared<Queue<std::int64_t>>();
  for (const std::int64_t item : items) queue->push(item);
  return queue;
}

// Takes what is left, and no more than there can be.
Numbers rest_of(Queue<std::int64_t>& queue) {
  constexpr std::size_t kMost = 5;
  Numbers rest;
  while (rest.size() < kMost) {
    const std::optional<std::int64_t> item = queue.try_pop();
    if (!item) break;
    rest.push_back(*item);
  }
  return rest;
}

// Runs both at the same time.
void together(const auto& one, const auto& other) {
  std::thread first(one);
  std::thread second(other);
  first.join();
  second.join();
}

void push_push(const Facts& asked, Facts& told) {
  const Shared queue = queue_with({});
  together([=, item = asked.whole("first")] { queue->push(item); },
           [=, item = asked.whole("second")] { queue->push(item); });
  told.set("rest", rest_of(*queue));
}

void push_pop(const Facts& asked, Facts& told) {
  const Shared queue = queue_with(asked.wholes("initial"));
  const auto popped = std::make_shared<std::int64_t>(kNothing);
  together([=, item = asked.whole("pushed")] { queue->push(item); },
           [=] { *popped = queue->try_pop().value_or(kNothing); });
  told.set("popped", *popped);
  told.set("rest", rest_of(*queue));
}

void pop_pop(const Facts& asked, Facts& told) {
  const Shared queue = queue_with(asked.wholes("initial"));
  const auto first = std::make_shared<std::int64_t>(kNothing);
  const auto second = std::make_shared<std::int64_t>(kNothing);
  together([=] { *first = queue->try_pop().value_or(kNothing); },
           [=] { *second = queue->try_pop().value_or(kNothing); });
  told.set("popped", Numbers{*first, *second});
  told.set("rest", rest_of(*queue));
}

void push_size(const Facts& asked, Facts& told) {
  const Shared queue = queue_with({});
  const auto size = std::make_shared<std::size_t>(0);
  together([=, item = asked.whole("pushed")] { queue->push(item); }, [=] { *size = queue->size(); });
  told.set("size", *size);
}

// Two workers, a strip each: x over [0, b].
void integrate_it(const Facts& asked, Facts& told) {
  told.set("result", integrate([](double x) { return x; }, 0, asked.number("b"), 2, 2));
}

}  // namespace

int main(int argc, char** argv) {
  return judge::run_explored(argc, argv,
                             {{"push_push", push_push},
                              {"push_pop", push_pop},
                              {"push_pop_empty", push_pop},
                              {"pop_pop", pop_pop},
                              {"push_size", push_size},
                              {"integrate", integrate_it}});
}

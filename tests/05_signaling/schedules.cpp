// tests/05_signaling/schedules.cpp: two threads at one BoundedQueue, few calls each, to be run in every order of their
// steps.
#include <exercise.hpp>

#include "judge/explored/explored.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace {

using judge::Facts;
using Numbers = std::vector<std::int64_t>;
using Queue = BoundedQueue<std::int64_t>;

constexpr std::int64_t kNothing = -1;

// What the threads share stands in memory of its own: a place on the stack was another variable's before, and would go
// by either name in the messages.
std::shared_ptr<Queue> queue_of(const Facts& asked) {
  return std::make_shared<Queue>(static_cast<std::size_t>(asked.whole("capacity")));
}

std::int64_t popped_from(Queue& queue) { return queue.pop().value_or(kNothing); }

Numbers two_popped_from(Queue& queue) {
  const std::int64_t first = popped_from(queue);
  const std::int64_t second = popped_from(queue);
  return {first, second};
}

// One pushes twice, the other pops twice.
void push_pop(const Facts& asked, Facts& told) {
  const std::shared_ptr<Queue> queue = queue_of(asked);
  const auto popped = std::make_shared<Numbers>();
  std::thread pusher([=] {
    queue->push(1);
    queue->push(2);
  });
  std::thread popper([=] { *popped = two_popped_from(*queue); });
  pusher.join();
  popper.join();
  told.set("popped", *popped);
}

// Two push, this thread pops both.
void push_push(const Facts& asked, Facts& told) {
  const std::shared_ptr<Queue> queue = queue_of(asked);
  std::thread first([=] { queue->push(1); });
  std::thread second([=] { queue->push(2); });
  told.set("popped", two_popped_from(*queue));
  first.join();
  second.join();
}

// Two pop from an empty queue, this thread closes it.
void close_pop(const Facts& asked, Facts& told) {
  const std::shared_ptr<Queue> queue = queue_of(asked);
  const auto first = std::make_shared<std::int64_t>(0);
  const auto second = std::make_shared<std::int64_t>(0);
  std::thread one([=] { *first = popped_from(*queue); });
  std::thread other([=] { *second = popped_from(*queue); });
  queue->close();
  one.join();
  other.join();
  told.set("popped", Numbers{*first, *second});
}

// One pushes into a full queue, the other closes it.
void close_push(const Facts& asked, Facts& told) {
  const std::shared_ptr<Queue> queue = queue_of(asked);
  queue->push(1);
  const auto pushed = std::make_shared<bool>(false);
  std::thread pusher([=] { *pushed = queue->push(2); });
  std::thread closer([=] { queue->close(); });
  pusher.join();
  closer.join();
  told.set("pushed", *pushed);
  Numbers rest;
  while (const std::optional<std::int64_t> item = queue->pop()) rest.push_back(*item);
  told.set("rest", rest);
}

}  // namespace

int main(int argc, char** argv) {
  return judge::run_explored(
      argc, argv,
      {{"push_pop", push_pop}, {"push_push", push_push}, {"close_pop", close_pop}, {"close_push", close_push}});
}

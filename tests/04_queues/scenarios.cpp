// tests/04_queues/scenarios.cpp: what lesson 04's Queue and integrate() are put through.
#include <exercise.hpp>

#include "encounter.hpp"
#include "judge/subject/integrate_scenarios.hpp"
#include "judge/subject/rendezvous.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using judge::Facts;
using Numbers = std::vector<std::int64_t>;

// Takes the items that should be there. It doesn't ask for more: what an empty queue answers has a check of its own.
template <class T>
Numbers drain(Queue<T>& queue, std::size_t count) {
  Numbers numbers;
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<T> item = queue.try_pop();
    if (!item) break;
    numbers.push_back(item->number());
  }
  return numbers;
}

// Pushes and takes in turns as "steps" say: a number is pushed, 0 takes one.
void take_turns(const Facts& asked, Facts& told) {
  Queue<std::int64_t> queue;
  Numbers popped;
  Numbers sizes;
  for (const std::int64_t step : asked.wholes("steps")) {
    if (step == 0) {
      popped.push_back(queue.try_pop().value_or(-1));
    } else {
      queue.push(step);
    }
    if (asked.has("sizes")) sizes.push_back(static_cast<std::int64_t>(queue.size()));
  }
  told.set("popped", popped);
  told.set("sizes", sizes);
}

// An item that refuses to be copied, at run time: a move-only type would refuse in the compiler's words.
class Original {
 public:
  explicit Original(std::int64_t number) : number_(number) {}
  Original(Original&&) noexcept = default;
  Original& operator=(Original&&) noexcept = default;
  Original(const Original& other) : number_(other.number_) { refuse(); }
  Original& operator=(const Original&) {
    refuse();
    return *this;
  }
  ~Original() = default;

  std::int64_t number() const { return number_; }

 private:
  [[noreturn]] static void refuse() { throw std::runtime_error("copied"); }

  std::int64_t number_;
};

void originals(const Facts& asked, Facts& told) {
  Queue<Original> queue;
  const Numbers numbers = asked.wholes("numbers");
  const char* doing = "push()";
  try {
    for (const std::int64_t number : numbers) queue.push(Original(number));
    doing = "try_pop()";
    told.set("popped", drain(queue, numbers.size()));
  } catch (const std::runtime_error&) {
    told.set("copied_in", doing);
  }
}

// One call of a thread that meets another.
struct Operation {
  bool pushes = false;
  std::int64_t number = 0;  // What it pushes.
  std::optional<std::int64_t> got;

  void run(Queue<encounter::Item>& queue) {
    if (pushes) {
      queue.push(encounter::Item(number));
    } else if (const std::optional<encounter::Item> item = queue.try_pop()) {
      got = item->number();
    }
  }
};

Operation operation(const Facts& asked, const std::string& who) {
  return {asked.text(who) == "push", asked.whole(who + "_number"), std::nullopt};
}

void encounter_of_two(const Facts& asked, Facts& told) {
  Queue<encounter::Item> queue;
  const Numbers initial = asked.wholes("initial");
  for (const std::int64_t number : initial) queue.push(encounter::Item(number));
  Operation first = operation(asked, "first");
  Operation second = operation(asked, "second");
  const auto point = asked.text("point") == "move" ? encounter::Point::move : encounter::Point::unlock;
  encounter::meet(
      point, asked.count("count"), [&] { first.run(queue); }, [&] { second.run(queue); });
  Numbers popped;
  if (first.got) popped.push_back(*first.got);
  if (second.got) popped.push_back(*second.got);
  told.set("popped", popped);
  const std::size_t pushed = initial.size() + std::size_t{first.pushes} + std::size_t{second.pushes};
  told.set("rest", drain(queue, pushed - std::min(pushed, popped.size())));
  told.set("collided", encounter::collided());
}

// Passes a little time without touching memory: the compiler may still keep in a register what it has read before.
void rest() {
  for (int turns = 1000; turns > 0; --turns) asm volatile("" : "+r"(turns));
}

// Only asks for the size, again and again: a queue that guards its size shows a push to this thread as to any other.
// Without the rests it would hold the lock nearly all the time. Where one processor serves both threads, and the lock
// is one that spins, the push would then find it taken in nearly every turn that it gets.
std::size_t first_size_seen(const Queue<std::int64_t>& queue) {
  while (true) {
    const std::size_t seen = queue.size();
    if (seen != 0) return seen;
    rest();
  }
}

// A thread waits for the size to change, and is surely at it when the item comes.
void size_seen_by_another_thread(const Facts&, Facts& told) {
  constexpr std::chrono::milliseconds kSurelyInTheLoop{5};
  constexpr std::chrono::milliseconds kLongEnoughToSee{500};
  // Never destroyed: a thread that doesn't see the item can't be stopped.
  static Queue<std::int64_t>* const queue = std::make_unique<Queue<std::int64_t>>().release();
  static encounter::Caller reader;
  static std::atomic<std::int64_t> seen = 0;
  std::thread thread([] {
    reader.enter();
    seen = static_cast<std::int64_t>(first_size_seen(*queue));
    reader.leave();
  });
  const auto has_used = [](std::chrono::nanoseconds time) { return reader.entered() && reader.cpu() >= time; };
  while (!has_used(kSurelyInTheLoop)) std::this_thread::sleep_for(judge::kLookAgain);
  queue->push(1);
  const std::chrono::nanoseconds used = reader.cpu();
  while (!reader.left() && !has_used(used + kLongEnoughToSee)) std::this_thread::sleep_for(judge::kLookAgain);
  told.set("seen", reader.left() ? seen.load() : 0);
  // The process ends soon, and this thread with it.
  reader.left() ? thread.join() : thread.detach();
}

// Who pushed an item, and as which of its own.
struct Parcel {
  int producer = 0;
  int number = 0;
};

// What came out of the queue, over all consumers.
class Deliveries {
 public:
  Deliveries(int producers, int each) : each_(each), times_(static_cast<std::size_t>(producers * each)) {}

  void note(const std::vector<Parcel>& taken_by_one) {
    std::vector<int> last(times_.size() / static_cast<std::size_t>(each_), -1);
    for (const Parcel& parcel : taken_by_one) {
      const auto producer = static_cast<std::size_t>(parcel.producer);
      if (producer >= last.size() || parcel.number < 0 || parcel.number >= each_) {
        ++unknown_;
        continue;
      }
      if (parcel.number < last[producer]) ++overtaken_;
      last[producer] = std::max(last[producer], parcel.number);
      ++times_[producer * static_cast<std::size_t>(each_) + static_cast<std::size_t>(parcel.number)];
    }
  }

  void tell(Facts& told) const {
    told.set("lost", std::ranges::count(times_, 0));
    told.set("doubled", std::ranges::count_if(times_, [](int times) { return times > 1; }));
    told.set("overtaken", overtaken_);
    told.set("unknown", unknown_);
  }

 private:
  int each_;
  int overtaken_ = 0;
  int unknown_ = 0;
  std::vector<int> times_;
};

// Takes until the queue is empty and nobody pushes any more.
std::vector<Parcel> consume(Queue<Parcel>& queue, const std::atomic<int>& still_pushing) {
  constexpr std::size_t kMost = 100'000;  // A broken queue may never run empty.
  std::vector<Parcel> taken;
  while (taken.size() < kMost) {
    // The order of these two lines matters: an empty answer counts only when it was given after the last push.
    const bool last_chance = still_pushing == 0;
    if (const std::optional<Parcel> parcel = queue.try_pop()) {
      taken.push_back(*parcel);
    } else if (last_chance) {
      break;
    } else {
      std::this_thread::yield();
    }
  }
  return taken;
}

void traffic(const Facts& asked, Facts& told) {
  const int producers = asked.count("producers");
  const int each = asked.count("each");
  Queue<Parcel> queue;
  std::atomic<int> still_pushing = producers;
  std::vector<std::vector<Parcel>> taken(static_cast<std::size_t>(asked.count("consumers")));
  {
    std::vector<std::jthread> threads;
    for (int producer = 0; producer < producers; ++producer) {
      threads.emplace_back([&, producer] {
        for (int number = 0; number < each; ++number) queue.push({producer, number});
        --still_pushing;
      });
    }
    for (std::vector<Parcel>& mine : taken) {
      threads.emplace_back([&] { mine = consume(queue, still_pushing); });
    }
  }
  Deliveries deliveries(producers, each);
  for (const std::vector<Parcel>& of_one : taken) deliveries.note(of_one);
  deliveries.tell(told);
}

}  // namespace

int main() {
  using judge::operator+;
  const std::vector<judge::Scenario> of_the_queue = {
      {"take_turns", take_turns},
      {"originals", originals},
      {"encounter_of_two", encounter_of_two},
      {"traffic", traffic},
      {"size_seen", size_seen_by_another_thread},
  };
  return judge::serve(of_the_queue + judge::integrate_scenarios([](judge::Function f, const judge::Call& call) {
                        return integrate(f, call.a, call.b, call.strips, call.workers);
                      }));
}

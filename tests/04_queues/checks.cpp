// tests/04_queues/checks.cpp: what chapter 04 promises of Queue and of integrate(f, a, b, strips, workers).
#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"
#include "judge/parent/schedules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

using judge::Facts;
using Numbers = std::vector<std::int64_t>;

constexpr const char* kPushHole = "04.1";
constexpr const char* kTryPopHole = "04.2";
constexpr const char* kSizeHole = "04.3";
const judge::Integrator kIntegrator{.hole = "04.4"};

// A queue that waits where it should answer is found out soon. Right answers need milliseconds.
const judge::Limits kSoon{.deadline = std::chrono::seconds(5)};

// Different numbers, so that a message can name an item.
Numbers draw_items(std::size_t count) {
  std::mt19937_64 source = judge::random_inputs();
  Numbers items;
  while (items.size() < count) {
    const std::int64_t item = judge::draw(source, 10, 99);
    if (std::ranges::find(items, item) == items.end()) items.push_back(item);
  }
  return items;
}

std::string listed(const Numbers& numbers) {
  std::string text;
  for (const std::int64_t number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text.empty() ? "nothing" : text;
}

std::string items(std::size_t count) { return std::to_string(count) + (count == 1 ? " item" : " items"); }

TEST(Queue, GivesItemsBackInTheOrderTheyCame) {
  const Numbers in = draw_items(5);
  Facts asked;
  asked.set("steps", Numbers{in[0], in[1], in[2], 0, in[3], 0, in[4], 0, 0, 0});
  const Numbers out = judge::answer_of("take_turns", asked, kPushHole, kSoon).wholes("popped");
  if (out == in) return;
  judge::wrong({kTryPopHole, listed(in) + " went in, and came out as " + listed(out) + ", wanted the same order",
                "a queue serves whoever came first; a stack serves whoever came last",
                "push at one end and take at the other: std::queue, or a std::deque with push_back() and pop_front()"});
}

TEST(Queue, AnswersNothingWhenItIsEmpty) {
  const Numbers in = draw_items(1);
  Facts asked;
  asked.set("steps", Numbers{0, in[0], 0, 0});
  const judge::Outcome outcome = judge::outcome_of("take_turns", asked, kSoon);
  if (outcome.ending == judge::Ending::hung) {
    judge::wrong({kTryPopHole, "try_pop() did not return from an empty queue, wanted nothing at once",
                  "it waits for an item, and nobody is there to push one",
                  "answer std::nullopt; waiting is the subject of lesson 05"});
  }
  if (outcome.ending == judge::Ending::crashed) {
    judge::wrong({kTryPopHole, "try_pop() on an empty queue crashed the program, wanted nothing",
                  "an item was taken from an empty container", "ask whether there is an item before you take it"});
  }
  const Numbers out = judge::answer_in(outcome, kTryPopHole).wholes("popped");
  if (out == Numbers{-1, in[0], -1}) return;
  judge::wrong({kTryPopHole, "try_pop() gave an item when the queue was empty, or none when it was not", "",
                "answer std::nullopt exactly when there is no item"});
}

TEST(Queue, CountsItsItems) {
  const Numbers in = draw_items(3);
  Facts asked;
  asked.set("steps", Numbers{0, in[0], in[1], 0, in[2], 0, 0, 0});
  asked.set("sizes", true);
  const Numbers wanted{0, 1, 2, 1, 2, 1, 0, 0};
  const Numbers sizes = judge::answer_of("take_turns", asked, kSizeHole, kSoon).wholes("sizes");
  if (sizes == wanted) return;
  judge::wrong({kSizeHole, "size() went " + listed(sizes) + " while items came and went, wanted " + listed(wanted),
                "the number does not follow each push() and each try_pop() that found an item",
                "ask the container for its size, under the lock"});
}

TEST(Queue, NeverCopiesAnItem) {
  const Numbers in = draw_items(4);
  Facts asked;
  asked.set("numbers", in);
  const Facts told = judge::answer_of("originals", asked, kPushHole, kSoon);
  if (told.has("copied_in")) {
    const std::string& function = told.text("copied_in");
    judge::wrong(
        {function == "push()" ? kPushHole : kTryPopHole, function + " copied an item, wanted it moved",
         "a name such as `item` or `front()` stands for a thing that stays, so it is copied; a copy may throw, "
         "and some types have none",
         "wrap the name in std::move() where the item leaves it for good"});
  }
  if (told.wholes("popped") == in) return;
  Numbers out = told.wholes("popped");
  const std::string what = listed(in) + " went in, and came out as " + listed(out);
  if (std::ranges::is_permutation(in, out)) {
    judge::wrong({kTryPopHole, what, "the items are there, but not in the order in which they came",
                  "push at one end and take at the other"});
  }
  judge::wrong({kPushHole, what, "moving changed the items", "move each item from one place to the next, once"});
}

// Two calls that meet in a queue. One thread stops in the middle of its call and the other makes all of its own.
struct Meeting {
  const char* hole;
  std::string first;
  std::string second;
  std::size_t items_before;
};

bool takes(const std::string& operation) { return operation == "try_pop"; }

std::string describe(const Meeting& meeting) {
  const std::string there = "while the queue held " + items(meeting.items_before);
  if (meeting.first == meeting.second) return "two threads called " + meeting.first + "() at once " + there;
  return "one thread called " + meeting.first + "() and another " + meeting.second + "() " + there;
}

std::string why_they_collided(const Meeting& meeting) {
  if (takes(meeting.first) && takes(meeting.second)) {
    return "both looked at the front before either had taken the item away, so both got the same one";
  }
  if (!takes(meeting.first) && !takes(meeting.second)) {
    return "nothing kept the second out while the first was writing, so both wrote to the same place";
  }
  return "nothing kept one out while the other was in the middle of its change";
}

struct Handed {
  Numbers pushed;
  Numbers popped;
  Numbers rest;

  Numbers all_out() const {
    Numbers all = popped;
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
  }
};

void check_nothing_refused(const Meeting& meeting, const Handed& handed) {
  const std::size_t takers = std::size_t{takes(meeting.first)} + std::size_t{takes(meeting.second)};
  if (handed.popped.size() >= std::min(takers, meeting.items_before)) return;
  judge::wrong({kTryPopHole, "try_pop() answered nothing, wanted an item: " + describe(meeting),
                "it gave up because the other thread was inside; nothing means \"empty\", never \"busy\"",
                "wait for the lock, it is held for a moment only: std::scoped_lock waits, try_lock() does not"});
}

void check_all_came_out(const Meeting& meeting, const Handed& handed) {
  const Numbers out = handed.all_out();
  for (const std::int64_t item : handed.pushed) {
    const auto times = std::ranges::count(out, item);
    if (times == 1) continue;
    judge::wrong(
        {meeting.hole,
         "item " + std::to_string(item) + (times == 0 ? " was lost" : " came out twice") +
             ", wanted each item once: " + describe(meeting),
         times == 0 ? "one call undid what the other had done"
                    : "both looked at the front before either had taken the item away",
         "hold one lock from the first look at the items until the change is complete, in push() and try_pop()"});
  }
}

Facts facts_of(const Meeting& meeting, const Numbers& numbers, const char* point, int count) {
  Facts asked;
  asked.set("initial", Numbers(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(meeting.items_before)));
  asked.set("first", meeting.first);
  asked.set("first_number", numbers[meeting.items_before]);
  asked.set("second", meeting.second);
  asked.set("second_number", numbers[meeting.items_before + 1]);
  asked.set("point", point);
  asked.set("count", count);
  return asked;
}

Numbers pushed_in(const Meeting& meeting, const Facts& asked) {
  Numbers pushed = asked.wholes("initial");
  if (!takes(meeting.first)) pushed.push_back(asked.whole("first_number"));
  if (!takes(meeting.second)) pushed.push_back(asked.whole("second_number"));
  return pushed;
}

void check_meeting_at(const Meeting& meeting, const Facts& asked) {
  const judge::Outcome outcome = judge::outcome_of("encounter_of_two", asked, kSoon);
  if (outcome.ending == judge::Ending::crashed) {
    judge::wrong({meeting.hole, "the program crashed: " + describe(meeting),
                  takes(meeting.first) && meeting.items_before == 1
                      ? "both found that the queue was not empty; one took the item, the other took from an empty queue"
                      : "each changed the items while the other was in the middle of a change",
                  "ask and act under one lock: keep it from the question until the item is out"});
  }
  const Facts told = judge::answer_in(outcome, meeting.hole);
  if (told.flag("collided")) {
    judge::wrong({meeting.hole, "two threads were at the same item at once, wanted one at a time: " + describe(meeting),
                  why_they_collided(meeting),
                  "hold one lock from the first look at the items until the change is complete; a lock has to have a "
                  "name, or it is gone in the same line"});
  }
  const Handed handed{pushed_in(meeting, asked), told.wholes("popped"), told.wholes("rest")};
  check_nothing_refused(meeting, handed);
  check_all_came_out(meeting, handed);
}

void check_meeting(const Meeting& meeting) {
  const Numbers numbers = draw_items(meeting.items_before + 2);
  // An item may be moved and a lock released several times in one call; the harmless stops cost milliseconds.
  for (const char* const point : {"move", "unlock"}) {
    for (const int count : {1, 2, 3}) check_meeting_at(meeting, facts_of(meeting, numbers, point, count));
  }
}

TEST(Queue, KeepsTheItemsOfTwoThreadsThatPush) { check_meeting({kPushHole, "push", "push", 1}); }

TEST(Queue, StillGivesItemsWhileAnotherThreadPushes) { check_meeting({kTryPopHole, "push", "try_pop", 2}); }

TEST(Queue, StillTakesItemsInWhileAnotherThreadTakes) { check_meeting({kPushHole, "try_pop", "push", 2}); }

TEST(Queue, GivesEachItemToOneThread) { check_meeting({kTryPopHole, "try_pop", "try_pop", 3}); }

TEST(Queue, GivesTheLastItemToOneThread) { check_meeting({kTryPopHole, "try_pop", "try_pop", 1}); }

TEST(Queue, ShowsItsSizeToEveryThread) {
  if (judge::answer_of("size_seen", {}, kSizeHole).whole("seen") != 0) return;
  judge::wrong({kSizeHole, "size() stayed 0 for a thread that went on asking after push() had returned, wanted 1",
                "without a lock nothing says that another thread may change the number, so the compiler read it once "
                "and never again",
                "lock the mutex in size() too; `mutable` lets a const function do that"});
}

TEST(Queue, KeepsEveryItemOfTwoProducersAndTwoConsumers) {
  Facts asked;
  asked.set("producers", 2);
  asked.set("consumers", 2);
  asked.set("each", 5000);
  const Facts told = judge::answer_of("traffic", asked, kPushHole, {.deadline = std::chrono::seconds(10)});
  const auto count = [&](const char* name) { return std::to_string(told.whole(name)); };
  const std::string where = ": two threads pushed 5000 items each, two others took them";
  if (told.whole("lost") + told.whole("doubled") + told.whole("unknown") != 0) {
    judge::wrong({kPushHole,
                  count("lost") + " items were lost, " + count("doubled") + " came out twice, " + count("unknown") +
                      " were never pushed, wanted none of these" + where,
                  "two threads changed the queue at the same moment",
                  "hold one and the same lock in push(), try_pop() and size()"});
  }
  if (told.whole("overtaken") != 0) {
    judge::wrong({kTryPopHole,
                  count("overtaken") + " items overtook an older one of the same thread, wanted none" + where,
                  "a consumer must get one producer's items in the order in which they were pushed",
                  "push at one end and take at the other, under one lock"});
  }
}

// First, because it is the one that shows every time when parts are collected too early.
TEST(Integrate, IsRightWhenThreadsStartLate) { judge::check_late_starts(kIntegrator); }

TEST(Integrate, GivesOneThousandThirds) { judge::check_known_value(kIntegrator); }

TEST(Integrate, GivesTheRightValueForOtherFunctions) { judge::check_drawn_values(kIntegrator); }

TEST(Integrate, ChangesItsSignWithTheDirection) { judge::check_direction(kIntegrator); }

TEST(Integrate, CopesWithMoreWorkersThanStrips) { judge::check_more_workers_than_strips(kIntegrator); }

TEST(Integrate, CallsTheFunctionOnceAtEachMidpoint) { judge::check_samples(kIntegrator); }

TEST(Integrate, HasAllWorkersAtWorkAtOnce) { judge::check_workers_at_once(kIntegrator); }

TEST(Integrate, LeavesNoThreadBehind) { judge::check_nothing_left(kIntegrator); }

TEST(Integrate, RefusesImpossibleArguments) { judge::check_refusals(kIntegrator); }

// What follows holds in every order of the threads' steps, however seldom a machine would take them in that order.

constexpr std::int64_t kNothing = -1;
constexpr const char* kOneLock =
    "hold one and the same lock in push(), try_pop() and size(), from the first look to the "
    "last change";

std::optional<judge::Finding> unless(bool right, const std::string& what) {
  if (right) return std::nullopt;
  return judge::Finding{"", what, "", kOneLock};
}

std::string popped(std::int64_t item) { return item == kNothing ? "nothing" : std::to_string(item); }

TEST(Schedules, KeepTheItemsOfTwoThreadsThatPush) {
  Facts asked;
  asked.set("first", 1);
  asked.set("second", 2);
  judge::check_every_schedule({"push_push", asked, kPushHole, "T1 pushes 1, T2 pushes 2"}, [](const Facts& told) {
    const Numbers rest = told.wholes("rest");
    return unless(rest == Numbers{1, 2} || rest == Numbers{2, 1},
                  "the queue gave back " + listed(rest) + ", wanted 1 and 2");
  });
}

void check_push_and_pop(const std::string& scenario, const Numbers& initial, const std::string& story) {
  Facts asked;
  asked.set("initial", initial);
  asked.set("pushed", 2);
  judge::check_every_schedule({scenario, asked, kTryPopHole, story}, [&](const Facts& told) {
    const std::int64_t got = told.whole("popped");
    const Numbers rest = told.wholes("rest");
    Numbers all = rest;
    if (got != kNothing) all.insert(all.begin(), got);
    Numbers wanted = initial;
    wanted.push_back(2);
    return unless(
        all == wanted && (initial.empty() || got != kNothing),
        "T2 got " + popped(got) + ", then " + listed(rest) + " came out, wanted " + listed(wanted) + " in that order");
  });
}

TEST(Schedules, PushAndTryPopKeepOneOrder) {
  check_push_and_pop("push_pop", {1}, "1 is in the queue; T1 pushes 2, T2 takes one");
  check_push_and_pop("push_pop_empty", {}, "the queue is empty; T1 pushes 2, T2 takes one");
}

TEST(Schedules, GiveTheLastItemToOneThread) {
  Facts asked;
  asked.set("initial", Numbers{1});
  judge::check_every_schedule({"pop_pop", asked, kTryPopHole, "1 is in the queue; T1 and T2 take"},
                              [](const Facts& told) {
                                const Numbers got = told.wholes("popped");
                                return unless(std::ranges::count(got, 1) == 1 && std::ranges::count(got, kNothing) == 1,
                                              "T1 got " + popped(got.at(0)) + " and T2 got " + popped(got.at(1)) +
                                                  ", wanted 1 for one of them and nothing for the other");
                              });
}

TEST(Schedules, ShowASizeThatTheQueueHad) {
  Facts asked;
  asked.set("pushed", 1);
  judge::check_every_schedule(
      {"push_size", asked, kSizeHole, "T1 pushes 1, T2 asks for the size"}, [](const Facts& told) {
        const std::int64_t size = told.whole("size");
        return unless(size == 0 || size == 1, "size() was " + std::to_string(size) + ", wanted 0 or 1");
      });
}

TEST(Schedules, KeepEveryPartOfTheIntegral) {
  Facts asked;
  asked.set("b", 4);
  judge::check_every_schedule(
      {"integrate", asked, kIntegrator.hole, "integrate() of x over [0, 4], 2 strips, 2 workers"},
      [](const Facts& told) {
        return unless(told.number("result") == 8,
                      "the integral is " + std::to_string(told.number("result")) + ", wanted 8");
      });
}

}  // namespace

// tests/05_signaling/checks.cpp: what chapter 05 promises of BoundedQueue and of integrate(f, a, b, strips, workers).
#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"
#include "judge/parent/schedules.hpp"
#include "judge/parent/suspects.hpp"
#include "story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iomanip>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

using story::check_pop_waits;
using story::check_popped;
using story::check_push_waits;
using story::check_pushed;
using story::kAskAgain;
using story::Script;
using story::Story;
using story::Suspicion;

// A deadlock is a likely answer here, so nobody shall wait long for it.
const judge::Integrator kIntegrator{.hole = "05.4", .limits = {.deadline = std::chrono::seconds(6)}};

const Suspicion kPushSuspicion{"05.1", "", "look for a wait that nobody ends, or a lock that is never given back"};
const Suspicion kPopSuspicion{"05.2", "", "look for a wait that nobody ends, or a lock that is never given back"};
const Suspicion kCloseSuspicion{"05.3", "", "look for a wait that nobody ends, or a lock that is never given back"};

std::string push(std::int64_t number) { return "push:" + std::to_string(number); }

const char* const kWaitedUnasked = "it waits before it has looked whether it must; a notification sent earlier is gone";
const char* const kNobodyNotified = "the fact changed, but no notification told the thread that waits for it";

TEST(BoundedQueue, RefusesACapacityOfZero) {
  judge::Facts asked;
  asked.set("capacity", 0);
  const judge::Facts told = judge::answer_of("capacity_refused", asked, "05.1");
  if (told.has("made") || told.text("refused").find("capacity") == std::string::npos) {
    judge::wrong({"05.1", "BoundedQueue(0) was made, wanted std::invalid_argument that names the capacity",
                  "nothing could ever be pushed into it", "keep the constructor's first line"});
  }
}

TEST(BoundedQueue, HandsItemsOutInTheOrderTheyCame) {
  std::mt19937_64 source = judge::random_inputs();
  std::vector<std::int64_t> n;
  for (int i = 0; i < 5; ++i) n.push_back(1000 * (i + 1) + judge::draw(source, 0, 999));
  const Suspicion push_waits{"05.1", kWaitedUnasked, "look first, and wait only while the queue is full and open"};
  const Suspicion pop_waits{"05.2", kWaitedUnasked, "look first, and wait only while the queue is empty and open"};
  // With three places and five items, the places are used over again.
  const Story story({.capacity = 3,
                     .steps = push(n[0]) + " " + push(n[1]) + " pop " + push(n[2]) + " " + push(n[3]) + " pop " +
                              push(n[4]) + " pop pop pop"},
                    kPopSuspicion);
  for (const int call : {0, 1, 3, 4, 6}) check_pushed(story, call, static_cast<std::size_t>(call), push_waits);
  std::size_t next = 0;
  for (const int call : {2, 5, 7, 8, 9})
    check_popped(story, call, static_cast<std::size_t>(call), n[next++], pop_waits);
}

// Here and below a thread that is woken goes on only when the thread that woke it is done.
TEST(BoundedQueue, PopWaitsUntilAnItemComes) {
  const Story story({.capacity = 2, .steps = "hold_after_wake pop push:7 let_go close"}, kPopSuspicion);
  check_pop_waits(story, 1, 0, "pop() returned although nothing had come and the queue was open");
  check_popped(story, 3, 0, 7, {"05.1", kNobodyNotified, "notify a thread that waits for an item, after each push"});
}

TEST(BoundedQueue, PushWaitsUntilThereIsRoom) {
  const Story story({.capacity = 2, .steps = "hold_after_wake push:1 push:2 push:3 pop let_go close"}, kPushSuspicion);
  check_push_waits(story, 3, 2, "push() returned although 2 items were in a queue for 2");
  check_pushed(story, 5, 2, {"05.2", kNobodyNotified, "notify a thread that waits for room, after each pop"});
}

TEST(BoundedQueue, NeverHoldsMoreThanItsCapacity) {
  std::mt19937_64 source = judge::random_inputs();
  const std::int64_t capacity = judge::draw(source, 1, 4);
  const auto pushers = static_cast<int>(capacity) + 3;
  Script script{.capacity = capacity, .steps = ""};
  for (int i = 0; i < pushers; ++i) script.steps += push(i) + " ";
  script.steps += "pop pop close";
  const Story story(script, kPushSuspicion);
  for (int step = 0; step < pushers + 2; ++step) {
    const std::int64_t popped = step < pushers ? 0 : step - pushers + 1;
    std::int64_t pushed = 0;
    for (int call = 0; call < std::min(pushers, step + 1); ++call) {
      if (story.after(step, static_cast<std::size_t>(call)) == 1) ++pushed;
    }
    if (pushed <= capacity + popped) continue;
    story.wrong("05.1",
                "the queue took " + std::to_string(pushed) + " items while " + std::to_string(popped) +
                    " were taken out, wanted " + std::to_string(capacity + popped) + " at most",
                "several threads waited for one place, and more than one used it", kAskAgain);
  }
}

TEST(BoundedQueue, OnceClosedTakesNothingAndGivesTheRest) {
  const Story story({.capacity = 5, .steps = "push:1 push:2 close push:3 pop pop pop"}, kCloseSuspicion);
  if (story.at_end(3) != 0) {
    story.wrong(
        "05.1",
        "push() into a closed queue " + std::string(story.at_end(3) == 1 ? "gave true" : "waits") + ", wanted false",
        "nobody promises to take an item that comes after close()", "answer false where the queue is closed");
  }
  for (const std::size_t call : {4, 5}) {
    if (story.at_end(call) != story::kNothing) continue;
    story.wrong("05.2", "pop() gave nothing after close(), wanted " + std::to_string(call - 3) + ": it is in the queue",
                "items that were pushed before close() were left behind",
                "ask first whether there is an item; closed matters only where there is none");
  }
  for (const std::size_t call : {4, 5}) {
    check_popped(story, static_cast<int>(call), call, static_cast<std::int64_t>(call) - 3, kPopSuspicion);
  }
  if (story.at_end(6) != story::kNothing) {
    story.wrong("05.2",
                "pop() from a queue that is closed and empty " +
                    (story.at_end(6) == story::kWaits ? "waits" : "gave " + story::popped(story.at_end(6))) +
                    ", wanted nothing",
                "no item can come any more", "wait only while the queue is empty and open");
  }
}

TEST(BoundedQueue, MayBeClosedMoreThanOnce) {
  const Story story({.capacity = 2, .steps = "push:1 close close pop close pop"}, kCloseSuspicion);
  for (const std::size_t call : {1, 2, 4}) {
    if (story.at_end(call) == story::kWaits) {
      story.wrong("05.3", "close() waits, wanted it to return: it may be repeated", "",
                  "let close() set the flag and notify, whatever was before");
    }
  }
  check_popped(story, 3, 3, 1, kPopSuspicion);
  if (story.at_end(5) != story::kNothing) {
    story.wrong("05.2", "pop() did not give nothing after three calls of close()", "a second close() opened the queue",
                "let close() set the flag to true, whatever it was before");
  }
}

// Here a thread that has notified goes on only when those whom it woke have looked.
TEST(BoundedQueue, PushNotifiesOnceTheItemIsThere) {
  const Story story({.capacity = 2, .steps = "hold_after_notify pop push:7 let_go close"}, kPushSuspicion);
  check_popped(story, 3, 0, 7,
               {"05.1",
                "the notification came before the item: pop() woke, saw an empty queue and waited again; nobody told "
                "it of the item after that",
                "add the item first, with the lock held, and notify after that"});
}

TEST(BoundedQueue, PopNotifiesOnceTheRoomIsThere) {
  const Story story({.capacity = 1, .steps = "push:1 hold_after_notify push:2 pop let_go close"}, kPopSuspicion);
  check_pushed(story, 4, 1,
               {"05.2",
                "the notification came before the room: push() woke, saw a full queue and waited again; nobody told it "
                "of the room after that",
                "take the item first, with the lock held, and notify after that"});
}

TEST(BoundedQueue, CloseNotifiesOnceItIsClosed) {
  const Story story({.capacity = 1, .steps = "hold_after_notify pop close let_go"}, kCloseSuspicion);
  if (story.at_end(0) != story::kWaits) return;
  story.wrong("05.3", "pop() waits for ever in a closed queue, wanted nothing",
              "pop() was not notified, or was notified before the flag was set: then it woke, saw an open queue and "
              "waited again",
              "set the flag first, with the lock held, and notify after that");
}

// After `step`, which is close(), the calls from `first` on should have ended.
void check_close_wakes(const Story& story, int step, std::size_t first, std::size_t waiters, const std::string& in) {
  std::size_t left = 0;
  for (std::size_t call = first; call < first + waiters; ++call) left += story.waits(step, call) ? 1U : 0U;
  if (left == 0) return;
  story.wrong(
      "05.3",
      "close() ended the wait of " + std::to_string(waiters - left) + " of " + std::to_string(waiters) +
          " threads in " + in + ", wanted all",
      left == waiters ? "nobody notified them, or they went on waiting although the queue was closed"
                      : "notify_one() wakes one thread, however many wait",
      "close() concerns everybody who waits, on both sides: notify_all(), and end each wait where it is closed");
}

TEST(BoundedQueue, CloseWakesEveryWaitingPop) {
  const Story story({.capacity = 1, .steps = "pop pop pop close"}, kCloseSuspicion);
  check_close_wakes(story, 3, 0, 3, "pop()");
  for (const std::size_t call : {0, 1, 2}) {
    if (story.at_end(call) == story::kNothing) continue;
    story.wrong("05.2", "pop() gave " + story::popped(story.at_end(call)) + " after close(), wanted nothing",
                "nothing was ever pushed", "after the wait, ask whether there is an item");
  }
}

TEST(BoundedQueue, CloseWakesEveryWaitingPush) {
  const Story story({.capacity = 1, .steps = "push:1 push:2 push:3 push:4 close pop pop"}, kCloseSuspicion);
  check_close_wakes(story, 4, 1, 3, "push()");
  for (const std::size_t call : {1, 2, 3}) {
    if (story.at_end(call) == 0) continue;
    story.wrong("05.1", "push() gave true to a thread that waited when the queue was closed, wanted false",
                "a wake-up was taken for room", "after the wait, ask first whether the queue is closed");
  }
  if (story.at_end(6) != story::kNothing) {
    story.wrong("05.1", "the queue held an item whose push() had given false", "", "return before the item is added");
  }
}

TEST(BoundedQueue, PushReachesAPopAboutToWait) {
  const Story story({.capacity = 2, .steps = "hold_before_wait pop push:7 let_go close"}, kPushSuspicion);
  check_popped(story, 3, 0, 7,
               {"05.1",
                "pop() saw an empty queue; then came the notification, when nobody waited yet, so it was lost; then "
                "pop() began to wait",
                "add the item first, with the lock held, and notify after that"});
}

TEST(BoundedQueue, PopReachesAPushAboutToWait) {
  const Story story({.capacity = 1, .steps = "push:1 hold_before_wait push:2 pop let_go close"}, kPopSuspicion);
  check_pushed(story, 4, 1,
               {"05.2",
                "push() saw a full queue; then came the notification, when nobody waited yet, so it was lost; then "
                "push() began to wait",
                "take the item first, with the lock held, and notify after that"});
}

TEST(BoundedQueue, CloseReachesThreadsAboutToWait) {
  const std::string lost =
      " saw an open queue; then came close() and its notification, when nobody waited yet, so it was lost; then ";
  const char* const to_try = "set the flag with the lock held: nobody can stand between a look and a wait then";
  const Story of_pop({.capacity = 1, .steps = "hold_before_wait pop close let_go"}, kCloseSuspicion);
  if (of_pop.at_end(0) == story::kWaits) {
    of_pop.wrong("05.3", "pop() waits for ever in a closed queue, wanted nothing",
                 "pop()" + lost + "pop() began to wait", to_try);
  }
  const Story of_push({.capacity = 1, .steps = "push:1 hold_before_wait push:2 close let_go"}, kCloseSuspicion);
  if (of_push.at_end(1) == story::kWaits) {
    of_push.wrong("05.3", "push() waits for ever in a closed queue, wanted false",
                  "push()" + lost + "push() began to wait", to_try);
  }
}

TEST(BoundedQueue, PopSurvivesSpuriousWakeUps) {
  const char* const why =
      "a wait may end for no reason at all (a spurious wake-up), and pop() went on as if it had one";
  const Story story({.capacity = 2, .steps = "pop push:7 close", .spurious = 3}, {"05.2", why, kAskAgain});
  check_pop_waits(story, 0, 0, why);
  check_popped(story, 1, 0, 7, {"05.1", kNobodyNotified, "notify a thread that waits for an item, after each push"});
}

TEST(BoundedQueue, PushSurvivesSpuriousWakeUps) {
  const char* const why =
      "a wait may end for no reason at all (a spurious wake-up), and push() went on as if it had one";
  const Story story({.capacity = 1, .steps = "push:1 push:2 pop close", .spurious = 3}, {"05.1", why, kAskAgain});
  check_push_waits(story, 1, 1, why);
  check_pushed(story, 2, 1, {"05.2", kNobodyNotified, "notify a thread that waits for room, after each pop"});
}

TEST(BoundedQueue, AWokenPopLooksAgain) {
  // The first pop() is woken by 7, and held there; the second comes by and takes it.
  const char* const why = "it was woken for an item, but another pop() took that item before it had the lock again";
  const Story story({.capacity = 2, .steps = "hold_after_wake pop push:7 pop let_go push:8 close"},
                    {"05.2", why, kAskAgain});
  // Whichever took the 7, one of the two waits until the 8 comes.
  if (story.ended(4, 0) && story.ended(4, 2)) {
    const std::size_t hasty = story.at_end(0) == 7 ? 2 : 0;
    check_pop_waits(story, 4, hasty, why);
  }
  for (const std::size_t call : {0, 2}) {
    if (story.at_end(call) == 7 || story.at_end(call) == 8) continue;
    story.wrong("05.1",
                "pop() " + std::string(story.at_end(call) == story::kWaits ? "waits for ever" : "gave nothing") +
                    ", wanted 7 or 8",
                kNobodyNotified, "notify a thread that waits for an item, after each push");
  }
}

// After `step`, before anybody closes the queue, the first `calls` calls should have ended.
void check_nobody_is_forgotten(const Story& story, int step, std::size_t calls) {
  std::int64_t waiting = 0;
  for (std::size_t call = 0; call < calls; ++call) waiting += story.waits(step, call) ? 1 : 0;
  if (waiting == 0) return;
  if (waiting == 1) {
    story.wrong("05.1", "1 thread waits, wanted none: there is an item or room for it", kNobodyNotified,
                "notify after each change, with the item already there");
  }
  story.wrong("05.1",
              std::to_string(waiting) + " threads wait for each other, wanted none: there is an item or room for each",
              "notify_one() woke a thread of the wrong kind, pop() another pop() or push() another push(); it had no "
              "use for the news and kept it to itself",
              "give those who wait for an item and those who wait for room a condition variable each, or notify_all()");
}

TEST(BoundedQueue, WakesAThreadThatCanUseTheNews) {
  // While the woken pop() is slow to take the lock, a second push() fills the queue and waits beside a second pop().
  const Story poppers({.capacity = 1, .steps = "hold_after_wake pop pop push:1 push:2 let_go close"}, kPushSuspicion);
  check_nobody_is_forgotten(poppers, 5, 4);
  const Story pushers({.capacity = 1, .steps = "push:1 hold_after_wake push:2 push:3 pop pop let_go pop close"},
                      kPushSuspicion);
  check_nobody_is_forgotten(pushers, 6, 5);
}

struct Idle {
  Suspicion suspicion;
  std::string call;
  Script script;  ///< ends with the call that waits
};

std::vector<Idle> idle_calls() {
  return {{kPopSuspicion, "pop()", {.capacity = 1, .steps = "pop"}},
          {kPushSuspicion, "push()", {.capacity = 1, .steps = "push:1 push:2"}}};
}

constexpr std::int64_t kSpin = 100'000'000;  // nanoseconds
constexpr std::int64_t kAllowed = 5'000'000;

judge::Facts facts_of_idle(const Idle& idle) {
  judge::Facts asked = idle.script.facts();
  asked.set("spin_ns", kSpin);
  return story::facts_of("idle", asked, idle.suspicion);
}

std::string milliseconds(std::int64_t nanoseconds) { return std::to_string(nanoseconds / 1'000'000) + " ms"; }

TEST(BoundedQueue, WaitsForAFactNotForATime) {
  // A wait that spins a little before it sleeps, as std::atomic::wait does, yields a few times.
  constexpr int kFewYields = 16;
  for (const Idle& idle : idle_calls()) {
    const judge::Facts told = facts_of_idle(idle);
    const auto refuse = [&](const std::string& did, const std::string& name) {
      judge::wrong({idle.suspicion.hole, idle.call + " " + did + " while it waited, wanted none",
                    name + " makes it look again and again (polling): too late for who waits, too often for the rest",
                    "wait on a condition variable without a time: wait(), not wait_for()"});
    };
    if (const int sleeps = told.count("sleeps"); sleeps > 0) {
      refuse("slept for a time " + std::to_string(sleeps) + " times", "the sleep");
    }
    if (const int waits = told.count("timed_waits"); waits > 0) {
      refuse("made " + std::to_string(waits) + " waits with a time-out", "the time-out");
    }
    if (const int yields = told.count("yields"); yields > kFewYields) {
      refuse("yielded " + std::to_string(yields) + " times", "the yield");
    }
  }
}

TEST(BoundedQueue, WaitingCostsNoProcessorTime) {
  for (const Idle& idle : idle_calls()) {
    const std::int64_t used = facts_of_idle(idle).whole("cpu_ns");
    if (used <= kAllowed) continue;
    judge::wrong({idle.suspicion.hole,
                  idle.call + " used " + milliseconds(used) + " of processor time while it waited, wanted " +
                      milliseconds(kAllowed) + " at most; a loop that does nothing beside it used " +
                      milliseconds(kSpin),
                  "it asks again and again whether the fact has come (busy waiting)",
                  "wait on a condition variable: its thread sleeps until somebody notifies it"});
  }
}

TEST(BoundedQueue, BringsEveryItemToOnePop) {
  for (const int capacity : {1, 3}) {
    judge::Facts asked;
    asked.set("capacity", capacity);
    asked.set("pushers", 3);
    asked.set("poppers", 3);
    asked.set("each", 1000);
    const char* const to_try = "hold the lock from the look at the items until they are changed";
    const judge::Facts told = story::facts_of("traffic", asked, {"05.2", "", to_try});
    const std::string where = " in 3000 items from 3 threads to 3 threads, capacity " + std::to_string(capacity);
    const auto ends = told.wholes("at_end");
    if (const auto stuck = std::ranges::count(ends, story::kWaits); stuck > 0) {
      judge::wrong({"05.1",
                    std::to_string(stuck) + " of 6 threads " + (stuck == 1 ? "waits" : "wait") +
                        " for ever, wanted none," + where,
                    "a change came about that nobody told those who waited for it", "notify after each push and pop"});
    }
    for (const char* const fault : {"lost", "doubled", "unknown"}) {
      if (told.whole(fault) == 0) continue;
      judge::wrong({"05.2",
                    std::to_string(told.whole(fault)) + (told.whole(fault) == 1 ? " item " : " items ") + fault +
                        ", wanted none," + where,
                    "two threads changed the items at once, or the end left items behind", to_try});
    }
  }
}

TEST(BoundedQueue, MovesItemsAndNeverCopiesThem) {
  const Story story({.capacity = 2, .steps = "push:1 push:2 push:3 pop pop pop close"}, kPushSuspicion);
  if (story.copies() > 0) {
    story.wrong("05.1", "3 items were copied " + std::to_string(story.copies()) + " times, wanted 0",
                "some items can't be copied, and others are slow to copy",
                "std::move() the item into the queue, and out of it");
  }
}

TEST(Integrate, ComesToAnEnd) {
  const char* const why = "somebody waits for room or for an item, and whoever could provide it waits as well";
  const char* const to_try =
      "close the queue of chunks after the last, and let another thread collect parts while chunks are pushed";
  for (const int workers : {1, 2, 3, 7}) {
    const judge::KnownIntegral call{.strips = 100 * workers, .workers = workers};
    const judge::Outcome outcome = judge::outcome_of("value", call.facts(), kIntegrator.limits);
    if (outcome.ending == judge::Ending::hung) {
      judge::wrong({kIntegrator.hole, describe(kIntegrator, call) + " does not return: " + judge::why_it_hung(outcome),
                    why, to_try});
    }
    if (outcome.ending != judge::Ending::answered) judge::answer_of("value", call.facts(), kIntegrator.hole);
  }
}

TEST(Integrate, WaitsForTheSlowestWorker) {
  for (const int workers : {2, 4}) {
    const judge::KnownIntegral call{.strips = 100 * workers, .workers = workers};
    const double got =
        judge::answer_of("straggler", call.facts(), kIntegrator.hole, kIntegrator.limits).number("result");
    if (std::abs(got - call.exact()) <= call.allowed_error()) continue;
    std::ostringstream what;
    what << std::setprecision(12) << describe(kIntegrator, call) << " is " << got << ", wanted " << call.exact()
         << ", where one worker is much slower than the others";
    const bool part_is_missing = got > 0 && got < 0.999 * call.exact();
    const judge::Suspect suspect =
        part_is_missing ? judge::Suspect{"the collector stopped before the slowest worker had pushed its part",
                                         "count the parts, or close their queue only when every worker has ended"}
                        : judge::likeliest_suspect(kIntegrator, call, got);
    judge::wrong({kIntegrator.hole, what.str(), suspect.why, suspect.to_try});
  }
}

TEST(Integrate, GivesOneThousandThirds) { judge::check_known_value(kIntegrator); }

TEST(Integrate, GivesTheRightValueForOtherFunctions) { judge::check_drawn_values(kIntegrator); }

TEST(Integrate, ChangesItsSignWithTheDirection) { judge::check_direction(kIntegrator); }

TEST(Integrate, CopesWithMoreWorkersThanStrips) { judge::check_more_workers_than_strips(kIntegrator); }

TEST(Integrate, CallsTheFunctionOnceAtEachMidpoint) { judge::check_samples(kIntegrator); }

TEST(Integrate, IsRightWhenThreadsStartLate) { judge::check_late_starts(kIntegrator); }

TEST(Integrate, HasAllWorkersAtWorkAtOnce) { judge::check_workers_at_once(kIntegrator); }

TEST(Integrate, LeavesNoThreadBehind) { judge::check_nothing_left(kIntegrator); }

TEST(Integrate, RefusesImpossibleArguments) { judge::check_refusals(kIntegrator); }

// What follows holds in every order of the threads' steps, however seldom a machine would take them in that order.

using Numbers = std::vector<std::int64_t>;

judge::Facts of_capacity(std::int64_t capacity) {
  judge::Facts asked;
  asked.set("capacity", capacity);
  return asked;
}

std::string listed(const Numbers& results) {
  std::string text;
  for (const std::int64_t result : results) text += (text.empty() ? "" : ", ") + story::popped(result);
  return text.empty() ? "nothing" : text;
}

std::optional<judge::Finding> unless(bool right, const std::string& what, const char* to_try) {
  if (right) return std::nullopt;
  return judge::Finding{"", what, "", to_try};
}

TEST(Schedules, HandEveryItemOver) {
  judge::check_every_schedule(
      {"push_pop", of_capacity(1), "05.2", "capacity 1; T1 pushes 1 and 2, T2 pops twice"},
      [](const judge::Facts& told) {
        const Numbers got = told.wholes("popped");
        return unless(got == Numbers{1, 2}, "T2 popped " + listed(got) + ", wanted 1, 2", kAskAgain);
      });
}

TEST(Schedules, WakeEachOfTwoThreadsThatPush) {
  judge::check_every_schedule(
      {"push_push", of_capacity(1), "05.1", "capacity 1; T1 pushes 1, T2 pushes 2, main pops twice"},
      [](const judge::Facts& told) {
        const Numbers got = told.wholes("popped");
        return unless(got == Numbers{1, 2} || got == Numbers{2, 1}, "main popped " + listed(got) + ", wanted 1 and 2",
                      kAskAgain);
      });
}

TEST(Schedules, CloseEndsEveryPopThatWaits) {
  judge::check_every_schedule({"close_pop", of_capacity(1), "05.3", "the queue is empty; T1 and T2 pop, main closes"},
                              [](const judge::Facts& told) {
                                const Numbers got = told.wholes("popped");
                                return unless(got == Numbers{story::kNothing, story::kNothing},
                                              "T1 and T2 popped " + listed(got) + ", wanted nothing", kAskAgain);
                              });
}

TEST(Schedules, CloseEndsAPushThatWaits) {
  judge::check_every_schedule(
      {"close_push", of_capacity(1), "05.3", "capacity 1, and 1 is in the queue; T1 pushes 2, T2 closes"},
      [](const judge::Facts& told) {
        const Numbers rest = told.wholes("rest");
        return unless(!told.flag("pushed") && rest == Numbers{1},
                      std::string("push(2) gave ") + (told.flag("pushed") ? "true" : "false") + " and then " +
                          listed(rest) + " came out, wanted false and 1",
                      kAskAgain);
      });
}

}  // namespace

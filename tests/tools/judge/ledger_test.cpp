// tests/tools/judge/ledger_test.cpp: the book is true, whatever the threads do.
#include "judge/subject/ledger.hpp"
#include "judge/subject/gathering.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

namespace {

namespace ledger = judge::ledger;

TEST(Ledger, CountsThreadsThatAreStartedAndJoined) {
  ledger::begin();
  { const std::vector<std::jthread> threads(3); }
  EXPECT_EQ(ledger::counts().started, 0) << "a jthread without a function is no thread";
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([] {});
  }
  (void)std::async(std::launch::async, [] { return 1; }).get();
  EXPECT_EQ(ledger::counts().started, 4);
  EXPECT_EQ(ledger::counts().joined, 4);
  EXPECT_EQ(ledger::counts().alive, 0);
}

TEST(Ledger, CountsDetachedThreads) {
  ledger::begin();
  std::atomic<bool> go = false;
  std::thread([&] { go.wait(false); }).detach();
  EXPECT_EQ(ledger::counts().detached, 1);
  EXPECT_EQ(ledger::counts().alive, 1);
  go = true;
  go.notify_one();
  while (ledger::counts().alive != 0) std::this_thread::yield();
}

TEST(Ledger, CountsLocksByThread) {
  ledger::begin();
  std::mutex mutex;
  std::shared_mutex shared;
  std::thread([&] {
    for (int i = 0; i < 5; ++i) const std::scoped_lock hold(mutex);
    const std::shared_lock hold(shared);
  }).join();
  std::thread([&] { const std::scoped_lock hold(mutex); }).join();
  const std::scoped_lock hold(mutex);
  EXPECT_EQ(ledger::counts().most_locks, 6);
  EXPECT_EQ(ledger::counts().callers_locks, 1);
}

TEST(Ledger, CountsATryThatFailsAsNoLock) {
  ledger::begin();
  std::mutex mutex;
  const std::scoped_lock hold(mutex);
  std::thread([&] { EXPECT_FALSE(mutex.try_lock()); }).join();
  EXPECT_EQ(ledger::counts().most_locks, 0);
}

TEST(Ledger, KnowsWhoIsBlocked) {
  ledger::begin();
  std::mutex mutex;
  std::condition_variable condition;
  bool woken = false;
  std::unique_lock hold(mutex);
  std::jthread locker([&] { const std::scoped_lock wait_here(mutex); });
  while (ledger::blocked_in_lock() != 1) std::this_thread::yield();
  hold.unlock();
  locker.join();
  EXPECT_EQ(ledger::blocked_in_lock(), 0);
  std::jthread waiter([&] {
    std::unique_lock wait_here(mutex);
    condition.wait(wait_here, [&] { return woken; });
  });
  while (ledger::blocked_in_wait() != 1) std::this_thread::yield();
  hold.lock();
  woken = true;
  hold.unlock();
  condition.notify_one();
}

TEST(Ledger, WakesWaitersForNoReason) {
  ledger::begin();
  ledger::wake_spuriously(2);
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock hold(mutex);
  // Nobody notifies: both waits would last for ever.
  condition.wait(hold);
  condition.wait(hold);
  EXPECT_EQ(ledger::counts().waits, 2);
}

TEST(Ledger, CountsSleepsAndYields) {
  ledger::begin();
  std::this_thread::sleep_for(std::chrono::microseconds(1));
  std::this_thread::yield();
  EXPECT_EQ(ledger::counts().sleeps, 1);
  EXPECT_EQ(ledger::counts().yields, 1);
}

TEST(Ledger, StartsThreadsWhenTheirCreatorWaits) {
  ledger::begin();
  ledger::start_threads_late();
  std::atomic<bool> started = false;
  std::thread late([&] { started = true; });
  const bool before_join = started;
  late.join();
  EXPECT_FALSE(before_join);
  EXPECT_TRUE(started);
}

TEST(Rendezvous, MeetsWhoeverComesAtTheSameTime) {
  ledger::begin();
  judge::Rendezvous meeting(3, std::chrono::seconds(60));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([&] { meeting.arrive(); });
  }
  EXPECT_EQ(meeting.met(), 3);
}

TEST(Rendezvous, IsCertainThatNobodyComesWhenAllOthersJoin) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::hours(1));
  for (int i = 0; i < 2; ++i) std::thread([&] { meeting.arrive(); }).join();
  EXPECT_EQ(meeting.met(), 1);
  EXPECT_TRUE(meeting.certain());
}

TEST(Rendezvous, IsCertainThatNobodyComesWhereThereIsOneThread) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::hours(1));
  meeting.arrive();
  EXPECT_TRUE(meeting.certain());
}

TEST(Rendezvous, IsNotCertainWhenPatienceEnds) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::milliseconds(20));
  std::mutex mutex;
  const auto work = [&] {
    const std::scoped_lock hold(mutex);
    meeting.arrive();
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  EXPECT_EQ(meeting.met(), 1);
  EXPECT_FALSE(meeting.certain());
}

TEST(Tripwire, SeesTwoInsideWhereNothingKeepsThemOut) {
  ledger::begin();
  judge::Tripwire wire(std::chrono::seconds(60));
  {
    const std::jthread first([&] { wire.pass(); });
    const std::jthread second([&] { wire.pass(); });
  }
  EXPECT_EQ(wire.peak(), 2);
}

TEST(Tripwire, SeesOneInsideWhereALockKeepsTheOthersOut) {
  ledger::begin();
  judge::Tripwire wire(std::chrono::seconds(60), 1);
  std::mutex mutex;
  const auto work = [&] {
    const std::scoped_lock hold(mutex);
    wire.pass();
  };
  {
    const std::jthread first(work);
    const std::jthread second(work);
  }
  EXPECT_EQ(wire.peak(), 1);
}

}  // namespace

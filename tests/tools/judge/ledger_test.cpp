// tests/tools/judge/ledger_test.cpp: the book is true, whatever the threads do.
#include "judge/subject/ledger.hpp"
#include "judge/subject/rendezvous.hpp"

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
}

TEST(Ledger, CountsDetachedThreads) {
  ledger::begin();
  std::atomic<bool> ended = false;
  std::thread([&] {
    ended = true;
    ended.notify_one();
  }).detach();
  ended.wait(false);
  EXPECT_EQ(ledger::counts().detached, 1);
}

TEST(Ledger, StartsALateThreadWhenItsCreatorWaitsUnseen) {
  ledger::begin();
  ledger::start_threads_late();
  std::atomic<bool> ready = false;
  std::jthread late([&] {
    ready = true;
    ready.notify_one();
  });
  // A wait that no function of the thread library takes part in.
  ready.wait(false);
  EXPECT_TRUE(ready);
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
  std::unique_lock hold(mutex);
  std::jthread locker([&] { const std::scoped_lock wait_here(mutex); });
  while (ledger::blocked_in_lock() != 1) std::this_thread::yield();
  hold.unlock();
  locker.join();
  EXPECT_EQ(ledger::blocked_in_lock(), 0);
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

TEST(Rendezvous, IsCertainThatNobodyComesWhereAMutexKeepsTheOthersOut) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::hours(1));
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
  EXPECT_TRUE(meeting.certain());
}

TEST(Rendezvous, IsCertainThatNobodyComesWhereTheOthersWaitToBeNotified) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::hours(1));
  std::mutex mutex;
  std::condition_variable condition;
  bool notified = false;
  std::jthread other([&] {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return notified; });
  });
  meeting.arrive();
  EXPECT_TRUE(meeting.certain());
  const std::scoped_lock hold(mutex);
  notified = true;
  condition.notify_one();
}

TEST(Rendezvous, IsNotCertainWhereAnotherWaitsWithALimit) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::milliseconds(200));
  std::mutex mutex;
  std::condition_variable condition;
  bool notified = false;
  std::jthread other([&] {
    std::unique_lock lock(mutex);
    condition.wait_for(lock, std::chrono::hours(1), [&] { return notified; });
  });
  meeting.arrive();
  EXPECT_FALSE(meeting.certain());
  const std::scoped_lock hold(mutex);
  notified = true;
  condition.notify_one();
}

TEST(Rendezvous, IsNotCertainWhereAThreadMayComeThatDoesNot) {
  ledger::begin();
  judge::Rendezvous meeting(2, std::chrono::milliseconds(20));
  std::atomic<bool> over = false;
  std::jthread undecided([&] {
    while (!over) std::this_thread::yield();
  });
  meeting.arrive();
  EXPECT_FALSE(meeting.certain());
  over = true;
}

TEST(Rendezvous, WaitsForAThreadThatStartsLate) {
  ledger::begin();
  ledger::start_threads_late();
  judge::Rendezvous meeting(2, std::chrono::seconds(60));
  std::jthread late([&] { meeting.arrive(); });
  meeting.arrive();
  EXPECT_EQ(meeting.met(), 2);
}

}  // namespace

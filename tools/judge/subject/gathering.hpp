// tools/judge/subject/gathering.hpp: two traps that make concurrency visible without timing anything.
// A rendezvous lets nobody go until a number of threads have come. A tripwire is its dual: whoever is inside waits for
// company that a correct lock keeps out.
#pragma once

#include "judge/subject/ledger.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace judge {

/// How often the traps look whether waiting still makes sense.
inline constexpr std::chrono::milliseconds kLookAgain{2};

/// Proves that `wanted` threads were at the same place at the same time. Any number of threads may call it.
class Rendezvous {
 public:
  Rendezvous(int wanted, std::chrono::milliseconds patience) : wanted_(wanted), patience_(patience) {}

  /// A thread's first call returns when `wanted` different threads have called, or when it is certain that no more
  /// will come, or when patience is at an end. Further calls return at once.
  void arrive() {
    std::unique_lock lock(mutex_);
    if (over_ || !inside_.insert(std::this_thread::get_id()).second) return;
    changed_.notify_all();
    const ledger::Held held;
    const auto end = std::chrono::steady_clock::now() + patience_;
    while (!over_ && count() < wanted_) {
      if (ledger::nobody_can_come()) {
        certain_ = over_ = true;
      } else if (std::chrono::steady_clock::now() >= end) {
        over_ = true;
      } else {
        changed_.wait_for(lock, kLookAgain);
      }
    }
    over_ = true;
    changed_.notify_all();
  }

  /// How many threads were inside at once, at most `wanted`.
  int met() const {
    const std::scoped_lock lock(mutex_);
    return count();
  }

  /// Whether it was certain that nobody else could come. If not, and too few met, patience ended: ask again with more.
  bool certain() const {
    const std::scoped_lock lock(mutex_);
    return certain_ || count() >= wanted_;
  }

 private:
  int count() const { return static_cast<int>(inside_.size()); }

  const int wanted_;
  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  // mutex_ must be held to touch these:
  std::set<std::thread::id> inside_;
  bool over_ = false;
  bool certain_ = false;
};

/// Proves that two threads were inside a place that should hold one at most. Any number of threads may call it.
class Tripwire {
 public:
  /// @param patience  how long the first inside waits for company: what a correct program pays, each time
  /// @param waits     how many times somebody waits at all
  explicit Tripwire(std::chrono::milliseconds patience = std::chrono::milliseconds(100), int waits = 3)
      : patience_(patience), waits_left_(waits) {}

  /// Call it where only one thread may be. The first inside waits until another comes, or one is seen to wait for a
  /// lock (then the lock does its work), or patience is at an end.
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrivals_;
    peak_ = std::max(peak_, ++inside_);
    changed_.notify_all();
    if (inside_ == 1 && waits_left_ > 0) {
      --waits_left_;
      wait_for_company(lock);
    }
    --inside_;
  }

  /// The largest number of threads that were inside at once.
  int peak() const {
    const std::scoped_lock lock(mutex_);
    return peak_;
  }

 private:
  void wait_for_company(std::unique_lock<std::mutex>& lock) {
    const auto end = std::chrono::steady_clock::now() + patience_;
    // Company may come and go before this thread wakes, so it is the arrivals that count.
    const int arrivals_so_far = arrivals_;
    while (arrivals_ == arrivals_so_far && ledger::blocked_in_lock() == 0 && std::chrono::steady_clock::now() < end) {
      changed_.wait_for(lock, kLookAgain);
    }
  }

  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  // mutex_ must be held to touch these:
  int waits_left_;
  int arrivals_ = 0;
  int inside_ = 0;
  int peak_ = 0;
};

}  // namespace judge

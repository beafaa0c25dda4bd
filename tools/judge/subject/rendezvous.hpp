// tools/judge/subject/rendezvous.hpp: makes concurrency visible without timing anything: nobody may go on until a
// number of threads have come.
#pragma once

#include "judge/subject/ledger.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace judge {

/// How often it is looked whether waiting still makes sense.
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
      if (stands_still()) {
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

  // Whether several looks in a row, by whichever thread, found that nothing happens any more.
  bool stands_still() {
    constexpr int kLooks = 20;
    const std::optional<std::int64_t> now = ledger::standstill();
    looks_alike_ = now && now == last_look_ ? looks_alike_ + 1 : 0;
    last_look_ = now;
    return looks_alike_ >= kLooks;
  }

  const int wanted_;
  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  // mutex_ must be held to touch these:
  std::set<std::thread::id> inside_;
  bool over_ = false;
  bool certain_ = false;
  std::optional<std::int64_t> last_look_;
  int looks_alike_ = 0;
};

}  // namespace judge

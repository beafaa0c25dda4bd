// tools/judge/subject/rendezvous.hpp: makes concurrency visible without timing anything: nobody may go on until a
// number of threads have come.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
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
  void arrive();

  /// How many threads were inside at once, at most `wanted`.
  int met() const;

  /// Whether it was certain that nobody else could come. If not, and too few met, patience ended: ask again with more.
  bool certain() const;

 private:
  int count() const { return static_cast<int>(inside_.size()); }
  bool stands_still();

  const int wanted_;
  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  // mutex_ must be held to touch these:
  std::set<std::thread::id> inside_;
  bool over_ = false;
  bool certain_ = false;
  std::optional<std::int64_t> last_look_;
  std::chrono::steady_clock::time_point last_look_at_;
  int looks_alike_ = 0;
};

}  // namespace judge

// tests/04_queues/encounter.hpp: two threads that meet in a queue, at a moment that the judge chooses.
// The first stops where it was told to: inside a move of an item, or where it has just released a lock. It goes on when
// the second has made its whole call, or is seen to wait for the first. Any machine may run two threads in this order.
#pragma once

#include "judge/subject/ledger.hpp"
#include "judge/subject/rendezvous.hpp"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>

namespace encounter {

using Clock = std::chrono::steady_clock;

/// A thread and the one call it makes, seen from outside. Any thread may ask.
class Caller {
 public:
  /// To be called by the thread itself, just before its call and just after.
  void enter() {
    thread_ = gettid();
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    clock_ = clock;
    cpu_at_entry_ = judge::ledger::own_cpu_nanoseconds();
    entered_ = true;
  }
  void leave() { left_ = true; }

  bool entered() const { return entered_; }
  bool left() const { return left_; }

  /// Whether the kernel has put the thread to sleep. That is so for every kind of lock, not for the ledger's alone.
  bool sleeps() const {
    std::ifstream file("/proc/self/task/" + std::to_string(thread_) + "/stat");
    const std::string stat{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::size_t name_end = stat.rfind(')');
    return name_end != std::string::npos && name_end + 2 < stat.size() && stat[name_end + 2] == 'S';
  }

  /// Processor time used since enter(). A caller that spins shows itself by it.
  std::chrono::nanoseconds cpu() const {
    timespec used{};
    clock_gettime(clock_, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec - cpu_at_entry_);
  }

 private:
  std::atomic<bool> entered_ = false;
  std::atomic<bool> left_ = false;
  std::atomic<pid_t> thread_ = 0;
  std::atomic<clockid_t> clock_{};
  std::atomic<std::int64_t> cpu_at_entry_ = 0;
};

/// Where the first thread stops: at its count-th move of an item, or after its count-th unlock.
enum class Point { move, unlock };

namespace detail {

// One encounter to a process, so everything stands here.
inline Caller second;
inline std::atomic<bool> first_has_stopped = false;
inline std::atomic<bool> collided = false;
// The two ends of the move that the first thread is held in.
inline std::atomic<const void*> held_to = nullptr;
inline std::atomic<const void*> held_from = nullptr;

// How many points the calling thread still passes before it stops; 0 in threads that don't stop.
inline thread_local int points_left = 0;
inline Point stopping_point = Point::move;

// Whether the second thread has done its call, or can't go on without the first. A thread may fall asleep for a
// moment for reasons of its own, so it has to be seen asleep several times in a row.
inline bool second_had_its_chance(int& seen_asleep) {
  constexpr std::chrono::milliseconds kSpins{20};
  constexpr int kLooks = 4;
  if (second.left()) return true;
  if (!second.entered()) return false;
  seen_asleep = second.sleeps() ? seen_asleep + 1 : 0;
  return seen_asleep >= kLooks || second.cpu() >= kSpins;
}

// The first thread stays here. The bound is for machines whose kernel doesn't tell what a thread does.
inline void stop() {
  constexpr std::chrono::seconds kPatience{3};
  const auto end = Clock::now() + kPatience;
  int seen_asleep = 0;
  first_has_stopped = true;
  while (!second_had_its_chance(seen_asleep) && Clock::now() < end) std::this_thread::sleep_for(judge::kLookAgain);
}

inline bool stops_here(Point point) { return points_left > 0 && point == stopping_point && --points_left == 0; }

inline void on_lock_change(int change) {
  if (change < 0 && stops_here(Point::unlock)) stop();
}

}  // namespace detail

/// Somebody uses the item at this address. No lock and no algorithm allows that while another thread moves it.
inline void touch(const void* item) {
  if (item == detail::held_to || item == detail::held_from) detail::collided = true;
}

/// An item is being moved. The first thread may be held in here.
inline void pass(const void* to, const void* from) {
  touch(to);
  touch(from);
  if (!detail::stops_here(Point::move)) return;
  detail::held_to = to;
  detail::held_from = from;
  detail::stop();
  detail::held_to = nullptr;
  detail::held_from = nullptr;
}

/// Runs `first` in a thread that stops as told, and `second` in another while it is stopped, or after it where it
/// never came to that point. Not to be called twice in a process.
template <class First, class Second>
void meet(Point point, int count, First first, Second second) {
  judge::ledger::begin();
  judge::ledger::watch_locks(detail::on_lock_change);
  detail::stopping_point = point;
  const std::jthread one([&] {
    detail::points_left = count;
    first();
    detail::points_left = 0;
    detail::first_has_stopped = true;
  });
  const std::jthread other([&] {
    while (!detail::first_has_stopped) std::this_thread::sleep_for(judge::kLookAgain);
    detail::second.enter();
    second();
    detail::second.leave();
  });
}

/// Whether two threads used the same item at the same moment.
inline bool collided() { return detail::collided; }

/// What the queues hold while threads meet: a number that tells of each move. It reveals no more than any T may.
class Item {
 public:
  Item() = default;
  explicit Item(std::int64_t number) : number_(number) {}
  Item(const Item& other) noexcept : number_(other.number_) { pass(this, &other); }
  Item(Item&& other) noexcept : number_(other.number_) { pass(this, &other); }
  Item& operator=(const Item& other) noexcept { return take(other); }
  Item& operator=(Item&& other) noexcept { return take(other); }
  ~Item() { touch(this); }

  std::int64_t number() const { return number_; }

 private:
  Item& take(const Item& other) {
    number_ = other.number_;
    pass(this, &other);
    return *this;
  }

  std::int64_t number_ = 0;
};

}  // namespace encounter

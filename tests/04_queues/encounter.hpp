// tests/04_queues/encounter.hpp: two threads that meet in a queue, at a moment that the judge chooses.
// The first stops where it was told to: inside a move of an item, or where it has just released a lock. It goes on when
// the second has made its whole call, or is seen to wait for the first. Any machine may run two threads in this order.
#pragma once

#include <sys/types.h>
#include <time.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>

namespace encounter {

/// A thread and the one call it makes, seen from outside. Any thread may ask.
class Caller {
 public:
  /// To be called by the thread itself, just before its call and just after.
  void enter();
  void leave() { left_ = true; }

  bool entered() const { return entered_; }
  bool left() const { return left_; }

  /// Whether the kernel has put the thread to sleep. That is so for every kind of lock, not for the ledger's alone.
  bool sleeps() const;

  /// Processor time used since enter(). A caller that spins shows itself by it.
  std::chrono::nanoseconds cpu() const;

 private:
  std::atomic<bool> entered_ = false;
  std::atomic<bool> left_ = false;
  std::atomic<pid_t> thread_ = 0;
  std::atomic<clockid_t> clock_{};
  std::atomic<std::int64_t> cpu_at_entry_ = 0;
};

/// Where the first thread stops: at its count-th move of an item, or after its count-th unlock.
enum class Point { move, unlock };

/// Somebody uses the item at this address. No lock and no algorithm allows that while another thread moves it.
void touch(const void* item);

/// An item is being moved. The first thread may be held in here.
void pass(const void* to, const void* from);

/// Runs `first` in a thread that stops as told, and `second` in another while it is stopped, or after it where it
/// never came to that point. Not to be called twice in a process.
void meet(Point point, int count, const std::function<void()>& first, const std::function<void()>& second);

/// Whether two threads used the same item at the same moment.
bool collided();

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

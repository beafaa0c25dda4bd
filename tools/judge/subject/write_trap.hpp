// tools/judge/subject/write_trap.hpp: stops a thread between its read and its write, so that another can come between.
// An object lives in memory of its own. Once the trap is set there, the memory can be read and not be written: the next
// write faults, and the fault's handler holds the writer back until the others have done what they can. That is an
// order which the system is free to choose at any time; only a program that relies on luck comes out wrong in it.
#pragma once

#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <cstddef>
#include <new>

namespace judge {

/// Memory with a trap around it. One can exist at a time. It holds anything but zeros at first, so that a member that
/// nobody set is seen.
class TrappedMemory {
 public:
  /// @param bytes  room for an object of that size, on pages of its own
  /// @param go_on  asked again and again while a thread is held back, for a second at most: whether it may go on. It
  ///               must not lock.
  /// @throws std::system_error  where the system gives no memory
  TrappedMemory(std::size_t bytes, bool (*go_on)());
  ~TrappedMemory();
  TrappedMemory(const TrappedMemory&) = delete;
  TrappedMemory& operator=(const TrappedMemory&) = delete;

  void* begin() const { return memory_; }

  /// Sets the trap for the calling thread: it is held back before its next write here. A write by any other thread
  /// opens the trap.
  void set();

  /// Whether a thread has been held back; it is not held back again.
  bool sprung() const { return sprung_; }

  /// Ends every effect of set().
  void open();

 private:
  void fill();
  void listen();
  bool holds(const void* address) const;
  void hold_back() const;
  static void on_fault(int number, siginfo_t* fault, void* context);

  static std::atomic<TrappedMemory*> active;

  bool (*const go_on_)();
  void* memory_ = nullptr;
  std::size_t bytes_ = 0;
  std::atomic<bool> sprung_ = false;
  std::atomic<pthread_t> prey_{};
  struct sigaction old_ {};
};

/// One object of type T in such memory.
template <class T>
class WriteTrap {
 public:
  explicit WriteTrap(bool (*go_on)()) : memory_(sizeof(T), go_on), object_(new (memory_.begin()) T) {}
  ~WriteTrap() {
    memory_.open();
    object_->~T();
  }
  WriteTrap(const WriteTrap&) = delete;
  WriteTrap& operator=(const WriteTrap&) = delete;

  T& object() { return *object_; }
  void set() { memory_.set(); }
  bool sprung() const { return memory_.sprung(); }
  void open() { memory_.open(); }

 private:
  TrappedMemory memory_;
  T* object_;
};

}  // namespace judge

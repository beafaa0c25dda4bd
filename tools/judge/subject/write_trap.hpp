// tools/judge/subject/write_trap.hpp: stops a thread between its read and its write, so that another can come between.
// An object lives in memory of its own. Once the trap is set there, the memory can be read and not be written: the next
// write faults, and the fault's handler holds the writer back until the others have done what they can. That is an
// order which the system is free to choose at any time; only a program that relies on luck comes out wrong in it.
#pragma once

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <new>
#include <system_error>

namespace judge {

/// Memory for one object of type T, with a trap around it. One trap can exist at a time.
/// The object is made in memory that holds anything but zeros, so that a member nobody set is seen.
template <class T>
class WriteTrap {
 public:
  /// @param go_on  asked again and again while a thread is held back, for a second at most: whether it may go on. It
  ///               must not lock.
  /// @throws std::system_error  where the system gives no memory
  explicit WriteTrap(bool (*go_on)()) : go_on_(go_on) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    bytes_ = (sizeof(T) + page - 1) / page * page;
    memory_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    fill();
    object_ = new (memory_) T;
    listen();
  }
  ~WriteTrap() {
    open();
    object_->~T();
    sigaction(SIGSEGV, &old_, nullptr);
    active = nullptr;
    munmap(memory_, bytes_);
  }
  WriteTrap(const WriteTrap&) = delete;
  WriteTrap& operator=(const WriteTrap&) = delete;

  T& object() { return *object_; }

  /// Sets the trap for the calling thread: it is held back before its next write into the object. A write by any other
  /// thread opens the trap.
  void set() {
    if (sprung_) return;
    prey_ = pthread_self();
    mprotect(memory_, bytes_, PROT_READ);
  }

  /// Whether a thread has been held back; it is not held back again.
  bool sprung() const { return sprung_; }

  /// Ends every effect of set().
  void open() { mprotect(memory_, bytes_, PROT_READ | PROT_WRITE); }

 private:
  static constexpr int kMillisecondsBetween = 1;
  static constexpr time_t kMostSeconds = 1;

  void fill() {
    // Through volatile, and behind a compiler's back: it would leave out writes to memory where no object lives yet.
    auto* const bytes = static_cast<volatile unsigned char*>(memory_);
    std::fill_n(bytes, bytes_, static_cast<unsigned char>(0x5A));
    asm volatile("" : : "g"(memory_) : "memory");
  }

  void listen() {
    active = this;
    struct sigaction action {};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &action, &old_);
  }

  bool holds(const void* address) const {
    const auto* const first = static_cast<const std::byte*>(memory_);
    return address >= first && address < first + bytes_;
  }

  // Runs in the thread that wrote. When it returns, the write is tried again.
  static void on_fault(int, siginfo_t* fault, void*) {
    const int saved_errno = errno;
    WriteTrap* const trap = active;
    if (trap == nullptr || !trap->holds(fault->si_addr)) {
      signal(SIGSEGV, SIG_DFL);  // A fault of the program's own: the second time it ends the program.
      return;
    }
    trap->open();
    if (pthread_equal(trap->prey_, pthread_self()) != 0 && !trap->sprung_.exchange(true)) trap->hold_back();
    errno = saved_errno;
  }

  // A signal handler may make few calls. nanosleep() is no longer one of them: the ledger stands in front of it.
  static timespec now() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time;
  }

  void hold_back() const {
    const timespec start = now();
    const auto too_late = [&] {
      const timespec time = now();
      return time.tv_sec > start.tv_sec + kMostSeconds ||
             (time.tv_sec == start.tv_sec + kMostSeconds && time.tv_nsec >= start.tv_nsec);
    };
    while (!go_on_() && !too_late()) poll(nullptr, 0, kMillisecondsBetween);
  }

  static inline std::atomic<WriteTrap*> active = nullptr;

  bool (*const go_on_)();
  void* memory_ = nullptr;
  std::size_t bytes_ = 0;
  T* object_ = nullptr;
  std::atomic<bool> sprung_ = false;
  std::atomic<pthread_t> prey_{};
  struct sigaction old_ {};
};

}  // namespace judge

// tools/judge/subject/book.hpp: the ledger's book itself: a page for each thread, and counters for all.
// Written by the functions in front of the thread library's (in_front.cpp), read and steered by ledger.cpp.
#pragma once

#include "judge/subject/ledger.hpp"

#include <pthread.h>
#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <span>

namespace judge::ledger {

enum class State { running, held, joining, locking, waiting, waiting_with_limit, ended };

// One thread's page. Written by its own thread alone, apart from `waits_to_start`; read by any.
struct Page {
  std::atomic<bool> used = false;
  std::atomic<State> state = State::running;
  std::atomic<Page*> joins = nullptr;
  std::atomic<bool> waits_to_start = false;
  std::atomic<int> locks = 0;
  std::atomic<int> waits = 0;  // on condition variables
  std::atomic<int> spurious_wakes_left = 0;
  std::atomic<pthread_t> thread{};
  std::atomic<pid_t> kernels_number = 0;  // 0 until the thread takes its first step
};

// Counting is done with atomics only: the ledger can't use the locks that it stands in front of.
struct Book {
  static constexpr std::size_t kMostThreads = 16'384;

  std::array<Page, kMostThreads> pages;
  std::atomic<std::size_t> pages_used = 0;
  std::atomic<int> started = 0;
  std::atomic<int> joined = 0;
  std::atomic<int> detached = 0;
  std::atomic<int> sleeps = 0;
  std::atomic<int> yields = 0;
  std::atomic<int> timed_waits = 0;
  std::atomic<bool> late = false;
  std::atomic<bool> early = false;
  std::atomic<int> spurious_wakes = 0;
  std::atomic<bool> keeping = false;
  std::atomic<void (*)(int)> lock_watcher = nullptr;
  // One for each Place: 1 while threads are held there. An int, because the kernel can wait for one by itself.
  std::array<std::atomic<int>, 3> gates{};

  // The pages in use. The first is the caller's.
  std::span<Page> open_pages();
  std::atomic<int>& gate_at(Place place) { return gates[static_cast<std::size_t>(place)]; }
};

extern Book book;
extern thread_local Page* own_page;  // null for a thread that is in no book

Page* new_page();
Page* page_of(pthread_t thread);
void let_late_threads_start();

// Whether the kernel has put the thread to sleep: it may wait in a way that the ledger does not see, such as a latch.
bool sleeps_in_kernel(pid_t thread);

// The calling thread waits in this state as long as the object lives. One that a scenario holds back stays held: the
// locks and waits by which it is held are the judge's own.
class Waiting {
 public:
  explicit Waiting(State state, Page* joins = nullptr);
  ~Waiting();
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  bool waits_ = false;
};

}  // namespace judge::ledger

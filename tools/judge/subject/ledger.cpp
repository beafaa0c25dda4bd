// tools/judge/subject/ledger.cpp: what scenarios ask of the book, and what they steer by it.
#include "judge/subject/ledger.hpp"

#include "judge/subject/book.hpp"

#include <time.h>
#include <unistd.h>

#include <algorithm>

namespace judge::ledger {

namespace {

int count_state(State state) {
  return static_cast<int>(
      std::ranges::count_if(book.open_pages(), [&](const Page& page) { return page.state == state; }));
}

// Whether the thread goes on only when another has done something first: it is held, it joins a thread that has not
// ended, or it sleeps until a mutex is free or until it is notified. The ended need nothing any more.
bool stays(const Page& page) {
  const State state = page.state;
  if (state == State::held || state == State::ended) return true;
  if (state == State::locking || state == State::waiting) return sleeps_in_kernel(page.kernels_number);
  const Page* const target = page.joins;
  return state == State::joining && target != nullptr && target->state != State::ended;
}

}  // namespace

void begin() {
  book.started = book.joined = book.detached = book.sleeps = book.yields = book.timed_waits = 0;
  book.late = book.early = false;
  book.spurious_wakes = 0;
  for (const Place place : {Place::before_wait, Place::after_wake, Place::after_notify}) let_go(place);
  book.pages_used = 0;
  book.lock_watcher = nullptr;
  own_page = new_page();
  own_page->thread = pthread_self();
  own_page->kernels_number = gettid();
  book.keeping = true;
}

Counts counts() {
  Counts result;
  result.started = book.started;
  result.joined = book.joined;
  result.detached = book.detached;
  result.sleeps = book.sleeps;
  result.yields = book.yields;
  result.timed_waits = book.timed_waits;
  result.callers_locks = book.pages[0].locks;
  for (const Page& page : book.open_pages().subspan(1)) {
    result.most_locks = std::max(result.most_locks, page.locks.load());
  }
  return result;
}

void start_threads_late() { book.late = true; }
void start_threads_early() { book.early = true; }

void wake_spuriously(int times) {
  book.spurious_wakes = times;
  if (own_page != nullptr) own_page->spurious_wakes_left = times;
}

void watch_locks(void (*watcher)(int change)) { book.lock_watcher = watcher; }

void hold_at(Place place) { book.gate_at(place) = 1; }

void let_go(Place place) {
  book.gate_at(place) = 0;
  book.gate_at(place).notify_all();
}

int blocked_in_lock() { return count_state(State::locking); }

Held::Held() {
  if (own_page == nullptr) return;
  own_page->state = State::held;
  let_late_threads_start();
}

Held::~Held() {
  if (own_page != nullptr) own_page->state = State::running;
}

std::optional<std::int64_t> standstill() {
  const std::span<Page> pages = book.open_pages();
  if (!std::ranges::all_of(pages, stays)) return std::nullopt;
  // Threads only begin, end, lock and wait, so a sum that is the same twice means that nothing happened between.
  std::int64_t happened = static_cast<std::int64_t>(book.pages_used.load());
  for (const Page& page : pages) happened += page.locks + page.waits + (page.state == State::ended ? 1 : 0);
  return happened;
}

std::int64_t own_cpu_nanoseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

}  // namespace judge::ledger

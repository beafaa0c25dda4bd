// tools/judge/subject/ledger.cpp: what scenarios ask of the book, and what they steer by it.
#include "judge/subject/ledger.hpp"

#include "judge/subject/book.hpp"

#include <time.h>

#include <algorithm>

namespace judge::ledger {

namespace {

int count_state(State state) {
  return static_cast<int>(
      std::ranges::count_if(book.open_pages(), [&](const Page& page) { return page.state == state; }));
}

// A thread that is held stays; so does one that joins a thread which has not ended.
bool stays(const Page& page) {
  const State state = page.state;
  if (state == State::held || state == State::ended) return true;
  const Page* const target = page.joins;
  return state == State::joining && target != nullptr && target->state != State::ended;
}

}  // namespace

void begin() {
  book.started = book.joined = book.detached = book.sleeps = book.yields = book.timed_waits = book.waits = 0;
  book.late = book.early = false;
  book.spurious_wakes = 0;
  for (const Place place : {Place::before_wait, Place::after_wake, Place::after_notify}) let_go(place);
  book.pages_used = 0;
  book.lock_watcher = nullptr;
  own_page = new_page();
  own_page->thread = pthread_self();
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
  result.waits = book.waits;
  result.callers_locks = book.pages[0].locks;
  for (const Page& page : book.open_pages().subspan(1)) {
    result.most_locks = std::max(result.most_locks, page.locks.load());
    if (page.state != State::ended) ++result.alive;
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
int blocked_in_wait() { return count_state(State::waiting); }

Held::Held() {
  if (own_page == nullptr) return;
  own_page->state = State::held;
  let_late_threads_start();
}

Held::~Held() {
  if (own_page != nullptr) own_page->state = State::running;
}

bool nobody_can_come() { return std::ranges::all_of(book.open_pages(), stays); }

std::int64_t own_cpu_nanoseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

}  // namespace judge::ledger

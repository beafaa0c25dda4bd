// tools/judge/subject/in_front.cpp: the functions that stand in front of the thread library's.
// Defined in the program, they are found before the library's own, by the program and by the standard library alike.
#include "judge/subject/book.hpp"

#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace judge::ledger {

namespace {

constexpr timespec kOneMillisecond{0, 1'000'000};
constexpr int kLateStartMilliseconds = 1000;
constexpr int kEarlyStartMilliseconds = 1000;

// The real function behind one that this file defines: the next of that name after the program's own. The condition
// variables of glibc on x86-64 changed their form in version 2.3.2, and the old form still goes by the same name.
// ThreadSanitizer's functions have no version, and must not be passed over: it has to see every lock and every wait.
template <class Function>
Function* real(const char* name) {
#ifdef __SANITIZE_THREAD__
  void* found = nullptr;
#else
  void* found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
#endif
  if (found == nullptr) found = dlsym(RTLD_NEXT, name);
  return reinterpret_cast<Function*>(found);
}

std::int64_t now_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

void pause_a_moment() {
  static const auto really = real<int(const timespec*, timespec*)>("nanosleep");
  really(&kOneMillisecond, nullptr);
}

// Lets the new thread run until it ends or waits.
void let_it_run_first(const Page& page) {
  for (int waited = 0; waited < kEarlyStartMilliseconds; ++waited) {
    if (page.state != State::running) return;
    if (page.kernels_number != 0 && sleeps_in_kernel(page.kernels_number)) return;
    pause_a_moment();
  }
  book.early = false;
}

struct Start {
  void* (*function)(void*);
  void* argument;
  Page* page;
  const Page* creator;  // null where the creator is in no book
};

// Holds the calling thread back until its creator waits, in a way that the ledger sees or, as on a latch, in one that
// only the kernel sees. One look may fall into a moment's sleep that the system itself makes.
void start_late(const Page& creator) {
  constexpr int kLooks = 3;
  const std::int64_t end = now_milliseconds() + kLateStartMilliseconds;
  int asleep = 0;
  while (own_page->waits_to_start && asleep < kLooks && now_milliseconds() < end) {
    pause_a_moment();
    asleep = sleeps_in_kernel(creator.kernels_number) ? asleep + 1 : 0;
  }
}

// Ends the page however the thread's function ends: by return, by exception or by pthread_exit.
struct EndOfPage {
  ~EndOfPage() { own_page->state = State::ended; }
};

void* run_with_page(void* raw) {
  const std::unique_ptr<Start> start(static_cast<Start*>(raw));
  own_page = start->page;
  own_page->thread = pthread_self();
  own_page->kernels_number = gettid();
  if (start->creator != nullptr) start_late(*start->creator);
  const EndOfPage end;
  return start->function(start->argument);
}

void tell_lock_watcher(int change) {
  const auto watcher = book.lock_watcher.load();
  if (own_page != nullptr && watcher != nullptr) watcher(change);
}

void count_lock() {
  if (own_page != nullptr) own_page->locks.fetch_add(1);
  tell_lock_watcher(+1);
}

bool wakes_spuriously() { return own_page != nullptr && own_page->spurious_wakes_left.fetch_sub(1) > 0; }

bool is_held_at(Place place) { return own_page != nullptr && own_page != &book.pages[0] && book.gate_at(place) != 0; }

void stay_while_held_at(Place place) {
  if (!is_held_at(place)) return;
  const Held held;
  book.gate_at(place).wait(1);
}

// Waits for a notification, and is held before and after it where a scenario wants that.
template <class Wait>
int wait_between_gates(pthread_mutex_t* mutex, Wait wait) {
  static const auto unlock = real<decltype(pthread_mutex_unlock)>("pthread_mutex_unlock");
  static const auto lock = real<decltype(pthread_mutex_lock)>("pthread_mutex_lock");
  stay_while_held_at(Place::before_wait);
  if (own_page != nullptr) ++own_page->waits;
  const Waiting waiting(State::waiting);
  const int result = wait();
  if (is_held_at(Place::after_wake)) {
    // To take a mutex and give it back untouched is the same as to be slow to take it.
    unlock(mutex);
    stay_while_held_at(Place::after_wake);
    lock(mutex);
  }
  return result;
}

// Takes a lock by `try_it`, or marks the thread as blocked while `lock_it` waits for it.
template <class Try, class Lock>
int lock_and_count(Try try_it, Lock lock_it) {
  int result = try_it();
  if (result == EBUSY) {
    const Waiting waiting(State::locking);
    result = lock_it();
  }
  if (result == 0) count_lock();
  return result;
}

}  // namespace

}  // namespace judge::ledger

// The functions in front of the thread library's. Their names and signatures are POSIX's.
using namespace judge::ledger;  // NOLINT(google-build-using-namespace): the file's own namespace

extern "C" {

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*function)(void*), void* argument) {
  static const auto really = real<decltype(pthread_create)>("pthread_create");
  if (!book.keeping) return really(thread, attributes, function, argument);
  Page* const page = new_page();
  auto start = std::make_unique<Start>(Start{function, argument, page, own_page});
  const int result = really(thread, attributes, run_with_page, start.get());
  if (result != 0) {
    page->state = State::ended;
    return result;
  }
  page->thread = *thread;
  (void)start.release();  // run_with_page() owns it now.
  ++book.started;
  if (book.early) let_it_run_first(*page);
  return 0;
}

int pthread_join(pthread_t thread, void** value) {
  static const auto really = real<decltype(pthread_join)>("pthread_join");
  const Waiting waiting(State::joining, page_of(thread));
  const int result = really(thread, value);
  if (result == 0) ++book.joined;
  return result;
}

int pthread_detach(pthread_t thread) {
  static const auto really = real<decltype(pthread_detach)>("pthread_detach");
  ++book.detached;
  return really(thread);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) {
  static const auto really = real<decltype(pthread_mutex_lock)>("pthread_mutex_lock");
  static const auto try_it = real<decltype(pthread_mutex_trylock)>("pthread_mutex_trylock");
  return lock_and_count([&] { return try_it(mutex); }, [&] { return really(mutex); });
}

int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  static const auto really = real<decltype(pthread_mutex_trylock)>("pthread_mutex_trylock");
  const int result = really(mutex);
  if (result == 0) count_lock();
  return result;
}

int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  static const auto really = real<decltype(pthread_mutex_unlock)>("pthread_mutex_unlock");
  const int result = really(mutex);
  tell_lock_watcher(-1);
  return result;
}

int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  static const auto really = real<decltype(pthread_rwlock_wrlock)>("pthread_rwlock_wrlock");
  static const auto try_it = real<decltype(pthread_rwlock_trywrlock)>("pthread_rwlock_trywrlock");
  return lock_and_count([&] { return try_it(lock); }, [&] { return really(lock); });
}

int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  static const auto really = real<decltype(pthread_rwlock_rdlock)>("pthread_rwlock_rdlock");
  static const auto try_it = real<decltype(pthread_rwlock_tryrdlock)>("pthread_rwlock_tryrdlock");
  return lock_and_count([&] { return try_it(lock); }, [&] { return really(lock); });
}

int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  static const auto really = real<decltype(pthread_rwlock_unlock)>("pthread_rwlock_unlock");
  const int result = really(lock);
  tell_lock_watcher(-1);
  return result;
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  static const auto really = real<decltype(pthread_cond_wait)>("pthread_cond_wait");
  if (wakes_spuriously()) return 0;
  return wait_between_gates(mutex, [&] { return really(condition, mutex); });
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  static const auto really = real<decltype(pthread_cond_timedwait)>("pthread_cond_timedwait");
  ++book.timed_waits;
  if (wakes_spuriously()) return 0;
  const Waiting waiting(State::waiting_with_limit);
  return really(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until) {
  static const auto really = real<decltype(pthread_cond_clockwait)>("pthread_cond_clockwait");
  ++book.timed_waits;
  if (wakes_spuriously()) return 0;
  const Waiting waiting(State::waiting_with_limit);
  return really(condition, mutex, clock, until);
}

int pthread_cond_signal(pthread_cond_t* condition) {
  static const auto really = real<decltype(pthread_cond_signal)>("pthread_cond_signal");
  const int result = really(condition);
  stay_while_held_at(Place::after_notify);
  return result;
}

int pthread_cond_broadcast(pthread_cond_t* condition) {
  static const auto really = real<decltype(pthread_cond_broadcast)>("pthread_cond_broadcast");
  const int result = really(condition);
  stay_while_held_at(Place::after_notify);
  return result;
}

int nanosleep(const timespec* duration, timespec* remaining) {
  static const auto really = real<decltype(nanosleep)>("nanosleep");
  ++book.sleeps;
  return really(duration, remaining);
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* duration, timespec* remaining) {
  static const auto really = real<decltype(clock_nanosleep)>("clock_nanosleep");
  ++book.sleeps;
  return really(clock, flags, duration, remaining);
}

int usleep(useconds_t microseconds) {
  static const auto really = real<decltype(usleep)>("usleep");
  ++book.sleeps;
  return really(microseconds);
}

int sched_yield() {
  static const auto really = real<decltype(sched_yield)>("sched_yield");
  ++book.yields;
  return really();
}

}  // extern "C"

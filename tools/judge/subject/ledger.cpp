// tools/judge/subject/ledger.cpp: the book, and the functions that stand in front of the thread library's.
#include "judge/subject/ledger.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace judge::ledger {

namespace {

enum class State { running, held, joining, locking, waiting, ended };

// One thread's page. Written by its own thread alone, apart from `joined`; read by any.
struct Page {
  std::atomic<bool> used = false;
  std::atomic<State> state = State::running;
  std::atomic<Page*> joins = nullptr;
  std::atomic<bool> may_start = true;
  std::atomic<int> locks = 0;
  std::atomic<int> spurious_wakes_left = 0;
  std::atomic<pthread_t> thread{};
  std::atomic<pid_t> kernels_number = 0;  // 0 until the thread takes its first step
};

// Counting is done with atomics only: the ledger can't use the locks that it stands in front of.
constexpr std::size_t kMostThreads = 16'384;
std::array<Page, kMostThreads> pages;
std::atomic<std::size_t> pages_used = 0;
std::atomic<int> started = 0;
std::atomic<int> joined = 0;
std::atomic<int> detached = 0;
std::atomic<int> sleeps = 0;
std::atomic<int> yields = 0;
std::atomic<int> timed_waits = 0;
std::atomic<int> waits = 0;
std::atomic<bool> late = false;
std::atomic<bool> early = false;
std::atomic<int> spurious_wakes = 0;
std::atomic<bool> keeping = false;
std::atomic<void (*)(int)> lock_watcher = nullptr;
// One for each Place: 1 while threads are held there. An int, because the kernel can wait for one by itself.
std::array<std::atomic<int>, 3> gates{};

thread_local Page* own_page = nullptr;

constexpr timespec kOneMillisecond{0, 1'000'000};
constexpr int kLateStartMilliseconds = 1000;
constexpr int kEarlyStartMilliseconds = 1000;

// The real function behind one that this file defines: the next of that name after the program's own. The condition
// variables of glibc on x86-64 changed their form in version 2.3.2, and the old form still goes by the same name.
template <class Function>
Function* real(const char* name) {
  void* found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
  if (found == nullptr) found = dlsym(RTLD_NEXT, name);
  return reinterpret_cast<Function*>(found);
}

void pause_a_moment() {
  static const auto really = real<int(const timespec*, timespec*)>("nanosleep");
  really(&kOneMillisecond, nullptr);
}

Page* new_page() {
  const std::size_t index = pages_used.fetch_add(1);
  if (index >= kMostThreads) std::abort();
  Page& page = pages[index];
  page.state = State::running;
  page.joins = nullptr;
  page.may_start = !late;
  page.locks = 0;
  page.spurious_wakes_left = spurious_wakes.load();
  page.kernels_number = 0;
  page.used = true;
  return &page;
}

Page* page_of(pthread_t thread) {
  const std::size_t used = std::min(pages_used.load(), kMostThreads);
  for (std::size_t i = used; i-- > 0;) {
    if (pages[i].used && pthread_equal(pages[i].thread, thread) != 0) return &pages[i];
  }
  return nullptr;
}

void let_late_threads_start() {
  if (!late) return;
  const std::size_t used = std::min(pages_used.load(), kMostThreads);
  for (std::size_t i = 0; i < used; ++i) pages[i].may_start = true;
}

// Whether the kernel has put the thread to sleep: it waits in a way that this file does not see, such as a latch.
bool sleeps_in_kernel(pid_t thread) {
  char path[64];
  (void)std::snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  char text[128] = {};
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  // "number (name) state ...", where a name may hold any character.
  const char* const name_end = size > 0 ? std::strrchr(text, ')') : nullptr;
  return name_end != nullptr && name_end[1] == ' ' && name_end[2] == 'S';
}

// Lets the new thread run until it ends or waits.
void let_it_run_first(const Page& page) {
  for (int waited = 0; waited < kEarlyStartMilliseconds; ++waited) {
    if (page.state != State::running) return;
    if (page.kernels_number != 0 && sleeps_in_kernel(page.kernels_number)) return;
    pause_a_moment();
  }
  early = false;
}

// The calling thread waits in this state as long as the object lives. One that a scenario holds back stays held: the
// locks and waits by which it is held are the judge's own.
class Waiting {
 public:
  explicit Waiting(State state, Page* joins = nullptr) {
    if (own_page == nullptr || own_page->state == State::held) return;
    waits_ = true;
    own_page->joins = joins;
    own_page->state = state;
    let_late_threads_start();
  }
  ~Waiting() {
    if (!waits_) return;
    own_page->state = State::running;
    own_page->joins = nullptr;
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  bool waits_ = false;
};

struct Start {
  void* (*function)(void*);
  void* argument;
  Page* page;
};

// Ends the page however the thread's function ends: by return, by exception or by pthread_exit.
struct EndOfPage {
  ~EndOfPage() { own_page->state = State::ended; }
};

void* run_with_page(void* raw) {
  const std::unique_ptr<Start> start(static_cast<Start*>(raw));
  own_page = start->page;
  own_page->thread = pthread_self();
  own_page->kernels_number = gettid();
  for (int waited = 0; !own_page->may_start && waited < kLateStartMilliseconds; ++waited) pause_a_moment();
  const EndOfPage end;
  return start->function(start->argument);
}

void tell_lock_watcher(int change) {
  const auto watcher = lock_watcher.load();
  if (own_page != nullptr && watcher != nullptr) watcher(change);
}

void count_lock() {
  if (own_page != nullptr) own_page->locks.fetch_add(1);
  tell_lock_watcher(+1);
}

bool wakes_spuriously() { return own_page != nullptr && own_page->spurious_wakes_left.fetch_sub(1) > 0; }

std::atomic<int>& gate_at(Place place) { return gates[static_cast<std::size_t>(place)]; }

bool is_held_at(Place place) { return own_page != nullptr && own_page != &pages[0] && gate_at(place) != 0; }

void stay_while_held_at(Place place) {
  if (!is_held_at(place)) return;
  const Held held;
  gate_at(place).wait(1);
}

// Waits for a notification, and is held before and after it where a scenario wants that.
template <class Wait>
int wait_between_gates(pthread_mutex_t* mutex, Wait wait) {
  static const auto unlock = real<decltype(pthread_mutex_unlock)>("pthread_mutex_unlock");
  static const auto lock = real<decltype(pthread_mutex_lock)>("pthread_mutex_lock");
  stay_while_held_at(Place::before_wait);
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

int count_state(State state) {
  const std::size_t used = std::min(pages_used.load(), kMostThreads);
  return static_cast<int>(std::count_if(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(used),
                                        [&](const Page& page) { return page.used && page.state == state; }));
}

// A thread that is held stays; one that joins a thread which stays or has not ended stays too.
bool stays(const Page& page) {
  const State state = page.state;
  if (state == State::held || state == State::ended) return true;
  const Page* const target = page.joins;
  return state == State::joining && target != nullptr && target->state != State::ended;
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

void begin() {
  started = joined = detached = sleeps = yields = timed_waits = waits = 0;
  late = early = false;
  spurious_wakes = 0;
  for (const Place place : {Place::before_wait, Place::after_wake, Place::after_notify}) let_go(place);
  pages_used = 0;
  lock_watcher = nullptr;
  own_page = new_page();
  own_page->thread = pthread_self();
  keeping = true;
}

Counts counts() {
  Counts result;
  result.started = started;
  result.joined = joined;
  result.detached = detached;
  result.sleeps = sleeps;
  result.yields = yields;
  result.timed_waits = timed_waits;
  result.waits = waits;
  result.callers_locks = pages[0].locks;
  const std::size_t used = std::min(pages_used.load(), kMostThreads);
  for (std::size_t i = 1; i < used; ++i) {
    result.most_locks = std::max(result.most_locks, pages[i].locks.load());
    if (pages[i].state != State::ended) ++result.alive;
  }
  return result;
}

void start_threads_late() { late = true; }
void start_threads_early() { early = true; }

void wake_spuriously(int times) {
  spurious_wakes = times;
  if (own_page != nullptr) own_page->spurious_wakes_left = times;
}

void watch_locks(void (*watcher)(int change)) { lock_watcher = watcher; }

void hold_at(Place place) { gate_at(place) = 1; }

void let_go(Place place) {
  gate_at(place) = 0;
  gate_at(place).notify_all();
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

bool nobody_can_come() {
  const std::size_t used = std::min(pages_used.load(), kMostThreads);
  return std::all_of(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(used), stays);
}

std::int64_t own_cpu_nanoseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

}  // namespace judge::ledger

// The functions in front of the thread library's. Their names and signatures are POSIX's.
using namespace judge::ledger;  // NOLINT(google-build-using-namespace): the file's own namespace

extern "C" {

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*function)(void*), void* argument) {
  static const auto really = real<decltype(pthread_create)>("pthread_create");
  if (!keeping) return really(thread, attributes, function, argument);
  Page* const page = new_page();
  auto start = std::make_unique<Start>(Start{function, argument, page});
  const int result = really(thread, attributes, run_with_page, start.get());
  if (result != 0) {
    page->state = State::ended;
    return result;
  }
  page->thread = *thread;
  (void)start.release();  // run_with_page() owns it now.
  ++started;
  if (early) let_it_run_first(*page);
  return 0;
}

int pthread_join(pthread_t thread, void** value) {
  static const auto really = real<decltype(pthread_join)>("pthread_join");
  const Waiting waiting(State::joining, page_of(thread));
  const int result = really(thread, value);
  if (result == 0) ++joined;
  return result;
}

int pthread_detach(pthread_t thread) {
  static const auto really = real<decltype(pthread_detach)>("pthread_detach");
  ++detached;
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
  ++waits;
  if (wakes_spuriously()) return 0;
  return wait_between_gates(mutex, [&] { return really(condition, mutex); });
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  static const auto really = real<decltype(pthread_cond_timedwait)>("pthread_cond_timedwait");
  ++timed_waits;
  if (wakes_spuriously()) return 0;
  const Waiting waiting(State::waiting);
  return really(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until) {
  static const auto really = real<decltype(pthread_cond_clockwait)>("pthread_cond_clockwait");
  ++timed_waits;
  if (wakes_spuriously()) return 0;
  const Waiting waiting(State::waiting);
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
  ++sleeps;
  return really(duration, remaining);
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* duration, timespec* remaining) {
  static const auto really = real<decltype(clock_nanosleep)>("clock_nanosleep");
  ++sleeps;
  return really(clock, flags, duration, remaining);
}

int usleep(useconds_t microseconds) {
  static const auto really = real<decltype(usleep)>("usleep");
  ++sleeps;
  return really(microseconds);
}

int sched_yield() {
  static const auto really = real<decltype(sched_yield)>("sched_yield");
  ++yields;
  return really();
}

}  // extern "C"

// tools/judge/subject/ledger.hpp: keeps book of what the student's code asks of the thread library.
// It stands in front of pthread_create, pthread_join, pthread_mutex_lock and their like (in_front.cpp defines functions
// of those names, which call the real ones), so scenarios can count, and can choose among the orders that the system
// is free to choose: a new thread may start late, a wait may wake for no reason. Nothing here is a matter of luck.
#pragma once

#include <cstdint>
#include <optional>

namespace judge::ledger {

/// What happened since begin(). All counts are of calls by any thread.
struct Counts {
  int started = 0;        ///< threads created
  int joined = 0;         ///< threads joined
  int detached = 0;       ///< threads detached
  int most_locks = 0;     ///< mutexes and shared mutexes taken by the one created thread that took most of them
  int callers_locks = 0;  ///< the same by the thread that called begin()
  int sleeps = 0;         ///< calls of sleep_for and its like
  int yields = 0;         ///< calls of std::this_thread::yield
  int timed_waits = 0;    ///< waits on a condition variable with a time-out
};

/// Starts a new book. The calling thread is the caller; threads that live already are not in it.
void begin();
Counts counts();

/// From now on a created thread takes its first step only when its creator, or another thread of the book, waits, or
/// after a second. Any program may meet this order; one that relies on another is wrong.
void start_threads_late();

/// The opposite: from now on whoever creates a thread goes on only when that thread has ended or waits for something,
/// or after a second (then the thread waits in a loop of its own, and no creator waits again). A program whose
/// threads are independent behaves the same every time in this order.
void start_threads_early();

/// From now on every thread's first `times` waits on a condition variable return for no reason, as the standard
/// allows them to.
void wake_spuriously(int times);

/// From now on each thread of the book calls `watcher` when it has taken a mutex or a shared mutex (with +1), and when
/// it has released one (with -1). What the watcher does there is part of the schedule. It may take no lock itself.
void watch_locks(void (*watcher)(int change));

/// A place where a scenario can hold threads back, so that others go first. Any thread may lose the processor there.
enum class Place {
  before_wait,  ///< about to wait on a condition variable, the mutex still taken
  after_wake,   ///< woken by a notification, the mutex not yet taken again
  after_notify  ///< a notification was sent, nothing else done since
};

/// From now on every thread but the caller that comes to `place` stays there, until it is let go.
void hold_at(Place place);
void let_go(Place place);

/// Threads that wait at this moment for a mutex that another holds.
int blocked_in_lock();

/// Marks the calling thread as held back by a scenario, as long as this object lives.
class Held {
 public:
  Held();
  ~Held();
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
};

/// A value where every thread of the book, the caller included, waits for another: it is held, joins a thread that has
/// not ended, or sleeps before a mutex or until it is notified. The value is the same as long as nothing happens. A
/// single look proves nothing, for the threads are looked at one after the other; the same value in look after look
/// means that no other thread can ever arrive.
std::optional<std::int64_t> standstill();

/// Processor time that the calling thread has used so far, in nanoseconds.
std::int64_t own_cpu_nanoseconds();

}  // namespace judge::ledger

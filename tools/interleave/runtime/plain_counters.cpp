// tools/interleave/runtime/plain_counters.cpp: see plain_counters.hpp.
#include "plain_counters.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <unordered_map>

namespace interleave::plain {
namespace {

struct Counter {
  std::int64_t value = 0;
  std::int64_t expected = 0;
  std::uint64_t round = 0;
};

struct Counters {
  std::mutex mutex;
  std::condition_variable changed;
  // mutex must be held to touch these:
  std::unordered_map<void*, Counter> by_address;
};

Counters& counters() {
  static Counters* const all = new Counters;  // never destroyed: threads may outlive main()
  return *all;
}

// Calls `use` with the counter while the lock is held, then lets everybody look again.
template <class Use>
auto with(void* object, Use use) {
  Counters& all = counters();
  const std::scoped_lock hold(all.mutex);
  all.changed.notify_all();
  return use(all.by_address[object]);
}

template <class Ready>
void wait_until(void* object, Ready ready) {
  Counters& all = counters();
  std::unique_lock hold(all.mutex);
  all.changed.wait(hold, [&] { return ready(all.by_address[object]); });
}

bool take_permit(Counter& counter) {
  if (counter.value <= 0) return false;
  --counter.value;
  return true;
}

}  // namespace

void make(void* object, std::int64_t value) {
  with(object, [&](Counter& counter) { counter = {value, value, 0}; });
}

void acquire(void* semaphore) { wait_until(semaphore, take_permit); }

bool try_acquire(void* semaphore) { return with(semaphore, take_permit); }

bool acquire_until(void* semaphore, const timespec& time) {
  Counters& all = counters();
  std::unique_lock hold(all.mutex);
  const auto since = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  const std::chrono::steady_clock::time_point end(since);
  return all.changed.wait_until(hold, end, [&] { return take_permit(all.by_address[semaphore]); });
}

void release(void* semaphore, std::int64_t permits) {
  with(semaphore, [&](Counter& counter) { counter.value += permits; });
}

std::uint64_t round_of(void* barrier) {
  return with(barrier, [](const Counter& counter) { return counter.round; });
}

bool arrive(void* barrier, std::int64_t count) {
  return with(barrier, [&](Counter& counter) { return (counter.value -= count) <= 0; });
}

void begin_round(void* barrier) {
  with(barrier, [](Counter& counter) {
    counter.value = counter.expected;
    ++counter.round;
  });
}

void wait_for_round(void* barrier, std::uint64_t round) {
  wait_until(barrier, [&](const Counter& counter) { return counter.round != round; });
}

bool round_is_over(void* barrier, std::uint64_t round) {
  return with(barrier, [&](const Counter& counter) { return counter.round != round; });
}

void expect_fewer(void* barrier) {
  with(barrier, [](Counter& counter) { --counter.expected; });
}

}  // namespace interleave::plain

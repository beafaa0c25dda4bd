// tools/interleave/runtime/hooks_time.cpp: virtual time. It promises nothing: a sleep may end before or after anything
// that others do. What a thread reads of the clock depends on its own past alone, so it is no step.
#include "counters.hpp"
#include "entered.hpp"
#include "locks.hpp"
#include "real.hpp"

#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <string>

using namespace interleave;

namespace {

constexpr std::uint64_t kNanosecondsOfASecond = 1'000'000'000;
constexpr std::uint64_t kNanosecondsOfALook = 1'000;

timespec look_at_clock() {
  std::uint64_t& now = execution->self().now;
  now += kNanosecondsOfALook;
  execution->self().looked_at_clock = true;
  return {static_cast<time_t>(now / kNanosecondsOfASecond), static_cast<long>(now % kNanosecondsOfASecond)};
}

void pause_here(Kind kind, std::uint64_t nanoseconds, std::uintptr_t pc) {
  Thread& self = execution->self();
  self.asks_pause = true;
  execution->step({.kind = kind, .pc = pc});
  self.now += nanoseconds;
}

// Calls by number that change nothing.
bool is_harmless(long number) {
  constexpr std::array kHarmless{SYS_futex, SYS_gettid, SYS_getpid, SYS_getppid, SYS_getcpu, SYS_membarrier};
  return std::ranges::find(kHarmless, number) != kHarmless.end();
}

// What a futex is asked for here: to sleep while a word is unchanged, and to wake who does.
long futex(int* word, int operation, long value, const timespec* time, std::uintptr_t pc) {
  const int what = operation & FUTEX_CMD_MASK;
  if (what == FUTEX_WAKE || what == FUTEX_WAKE_BITSET) {
    // Whoever wakes others has changed the word before. In a library this was not seen.
    execution->teach(execution->objects().at(address_of(word)).released);
    return wake_sleepers(word, value >= INT_MAX ? kMostThreads : static_cast<int>(value), pc);
  }
  if (what != FUTEX_WAIT && what != FUTEX_WAIT_BITSET)
    execution->fail("unsupported", "a futex operation that is not modelled");
  const int old = static_cast<int>(value);
  bool timed_out = false;
  const bool slept = sleep_while_unchanged(word, &old, sizeof old, pc, time, &timed_out);
  if (slept && !timed_out) return 0;
  errno = slept ? ETIMEDOUT : EAGAIN;
  return -1;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (!watching) return INTERLEAVE_REAL(clock_gettime)(clock, time);
  const Entered entered;
  note_access(time, sizeof *time, Kind::write, INTERLEAVE_CALLER);
  *time = look_at_clock();
  return 0;
}

int gettimeofday(timeval* __restrict time, void* __restrict zone) noexcept {
  if (!watching) return INTERLEAVE_REAL(gettimeofday)(time, zone);
  const Entered entered;
  note_access(time, sizeof *time, Kind::write, INTERLEAVE_CALLER);
  const timespec now = look_at_clock();
  *time = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

time_t time(time_t* result) noexcept {
  if (!watching) return INTERLEAVE_REAL(time)(result);
  const Entered entered;
  const timespec now = look_at_clock();
  if (result == nullptr) return now.tv_sec;
  note_access(result, sizeof *result, Kind::write, INTERLEAVE_CALLER);
  *result = now.tv_sec;
  return now.tv_sec;
}

int sched_yield() noexcept {
  if (!watching) return INTERLEAVE_REAL(sched_yield)();
  const Entered entered;
  pause_here(Kind::yield, 0, INTERLEAVE_CALLER);
  return 0;
}

int nanosleep(const timespec* time, timespec* rest) {
  if (!watching) return INTERLEAVE_REAL(nanosleep)(time, rest);
  const Entered entered;
  const auto nanoseconds =
      static_cast<std::uint64_t>(time->tv_sec) * kNanosecondsOfASecond + static_cast<std::uint64_t>(time->tv_nsec);
  pause_here(Kind::sleep, nanoseconds, INTERLEAVE_CALLER);
  return 0;
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec* rest) {
  if (!watching) return INTERLEAVE_REAL(clock_nanosleep)(clock, flags, time, rest);
  const Entered entered;
  pause_here(Kind::sleep, 0, INTERLEAVE_CALLER);
  if ((flags & TIMER_ABSTIME) != 0) {
    pass_time_to(*time);
  } else {
    execution->self().now +=
        static_cast<std::uint64_t>(time->tv_sec) * kNanosecondsOfASecond + static_cast<std::uint64_t>(time->tv_nsec);
  }
  return 0;
}

int usleep(useconds_t microseconds) {
  if (!watching) return INTERLEAVE_REAL(usleep)(microseconds);
  const Entered entered;
  pause_here(Kind::sleep, std::uint64_t{microseconds} * 1000, INTERLEAVE_CALLER);
  return 0;
}

unsigned sleep(unsigned seconds) {
  if (!watching) return INTERLEAVE_REAL(sleep)(seconds);
  const Entered entered;
  pause_here(Kind::sleep, seconds * kNanosecondsOfASecond, INTERLEAVE_CALLER);
  return 0;
}

// Through this the C++ library reaches futexes. By their numbers a program could reach whatever else is refused.
long syscall(long number, ...) noexcept {
  va_list arguments;
  va_start(arguments, number);
  long argument[6];
  for (long& each : argument) each = va_arg(arguments, long);
  va_end(arguments);
  if (watching && !is_harmless(number)) {
    const Entered entered;
    execution->fail("unsupported", "syscall(" + std::to_string(number) + "): what it does is not known");
  }
  if (!watching || number != SYS_futex) {
    return INTERLEAVE_REAL(syscall)(number, argument[0], argument[1], argument[2], argument[3], argument[4],
                                    argument[5]);
  }
  const Entered entered;
  return futex(reinterpret_cast<int*>(argument[0]), static_cast<int>(argument[1]), argument[2],
               reinterpret_cast<const timespec*>(argument[3]), INTERLEAVE_CALLER);
}

}  // extern "C"

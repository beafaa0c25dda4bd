// tests/04_queues/encounter.cpp: see encounter.hpp.
#include "encounter.hpp"

#include "judge/processes.hpp"
#include "judge/subject/ledger.hpp"
#include "judge/subject/rendezvous.hpp"

#include <pthread.h>
#include <unistd.h>

#include <thread>

namespace encounter {

namespace {

using Clock = std::chrono::steady_clock;

// One encounter to a process, so everything stands here.
Caller second_caller;
std::atomic<bool> first_has_stopped = false;
std::atomic<bool> items_collided = false;
// The two ends of the move that the first thread is held in.
std::atomic<const void*> held_to = nullptr;
std::atomic<const void*> held_from = nullptr;

// How many points the calling thread still passes before it stops; 0 in threads that don't stop.
thread_local int points_left = 0;
Point stopping_point = Point::move;

// Whether the second thread has done its call, or can't go on without the first. A thread may fall asleep for a
// moment for reasons of its own, so it has to be seen asleep several times in a row.
bool second_had_its_chance(int& seen_asleep) {
  constexpr std::chrono::milliseconds kSpins{20};
  constexpr int kLooks = 4;
  if (second_caller.left()) return true;
  if (!second_caller.entered()) return false;
  seen_asleep = second_caller.sleeps() ? seen_asleep + 1 : 0;
  return seen_asleep >= kLooks || second_caller.cpu() >= kSpins;
}

// The first thread stays here. The bound is for machines whose kernel doesn't tell what a thread does.
void stop() {
  constexpr std::chrono::seconds kPatience{3};
  const auto end = Clock::now() + kPatience;
  int seen_asleep = 0;
  first_has_stopped = true;
  while (!second_had_its_chance(seen_asleep) && Clock::now() < end) std::this_thread::sleep_for(judge::kLookAgain);
}

bool stops_here(Point point) { return points_left > 0 && point == stopping_point && --points_left == 0; }

void on_lock_change(int change) {
  if (change < 0 && stops_here(Point::unlock)) stop();
}

}  // namespace

void Caller::enter() {
  thread_ = gettid();
  clockid_t clock{};
  pthread_getcpuclockid(pthread_self(), &clock);
  clock_ = clock;
  cpu_at_entry_ = judge::ledger::own_cpu_nanoseconds();
  entered_ = true;
}

bool Caller::sleeps() const { return judge::state_of(getpid(), thread_) == 'S'; }

std::chrono::nanoseconds Caller::cpu() const {
  timespec used{};
  clock_gettime(clock_, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec - cpu_at_entry_);
}

void touch(const void* item) {
  if (item == held_to || item == held_from) items_collided = true;
}

void pass(const void* to, const void* from) {
  touch(to);
  touch(from);
  if (!stops_here(Point::move)) return;
  held_to = to;
  held_from = from;
  stop();
  held_to = nullptr;
  held_from = nullptr;
}

void meet(Point point, int count, const std::function<void()>& first, const std::function<void()>& second) {
  judge::ledger::begin();
  judge::ledger::watch_locks(on_lock_change);
  stopping_point = point;
  const std::jthread one([&] {
    points_left = count;
    first();
    points_left = 0;
    first_has_stopped = true;
  });
  const std::jthread other([&] {
    while (!first_has_stopped) std::this_thread::sleep_for(judge::kLookAgain);
    second_caller.enter();
    second();
    second_caller.leave();
  });
}

bool collided() { return items_collided; }

}  // namespace encounter

// tools/interleave/runtime/choices.cpp: who can take the next step, and who does.
#include "execution.hpp"

#include "hash.hpp"

#include <utility>

namespace interleave {
namespace {

bool is_wait(Kind kind) { return kind == Kind::wake || kind == Kind::awake; }

// The most frequent of those for which no other thread has to do something before.
bool goes_on_always(Kind kind) {
  return kind == Kind::read || kind == Kind::write || (kind >= Kind::atomic_read && kind <= Kind::atomic_update);
}

bool takes_lock_with_time(Kind kind) {
  return kind == Kind::timed_lock || kind == Kind::timed_lock_shared || kind == Kind::timed_acquire;
}

}  // namespace

std::span<const Choice> Execution::choices() const {
  return std::span<const Choice>(recording_.choices)
      .subspan(recording_.steps[static_cast<std::size_t>(recording_.steps_taken)].first_choice,
               recording_.steps[static_cast<std::size_t>(recording_.steps_taken)].choices);
}

void Execution::collect_choices() {
  constexpr std::size_t kMostOfOneStep = std::size_t{4} * kMostThreads;
  if (recording_.choices_used + kMostOfOneStep > Recording::kMostChoices) finish(Ending::cut);
  TakenStep& step = recording_.steps[static_cast<std::size_t>(recording_.steps_taken)];
  step.first_choice = recording_.choices_used;
  // A wait times out as often as it must where nothing else can happen, and only some times where others could go on.
  for (const bool time_passes : {false, true}) {
    recording_.choices_used = step.first_choice;
    able_ = 0;
    for (int id = 0; id < threads_used_; ++id) {
      const std::uint32_t before = recording_.choices_used;
      if (!thread(id).exited) add_choices_of(id, time_passes);
      if (recording_.choices_used != before) able_ |= only(id);
    }
    step.choices = static_cast<std::uint16_t>(recording_.choices_used - step.first_choice);
    if (!nobody_can_go_on()) return;
  }
}

// On the way to where an execution leaves the last one there is nothing to choose, so that nobody but the planned
// thread is looked at. False where that is not enough: then all the choices are collected. A wait that ends for no
// reason is such a case, since that happens where nobody else can go on, too.
bool Execution::is_next_planned() {
  const auto step = static_cast<std::size_t>(recording_.steps_taken);
  if (step >= plan_->prefix.size() || details_.wanted) return false;
  const Choice planned = plan_->prefix[step];
  if (planned.way == Way::spurious || planned.thread >= threads_used_ || thread(planned.thread).exited) return false;
  const std::uint32_t first = recording_.choices_used;
  add_choices_of(planned.thread, false);
  const std::uint32_t end = std::exchange(recording_.choices_used, first);
  for (std::uint32_t i = first; i < end; ++i) {
    if (recording_.choices[i] == planned) return true;
  }
  return false;
}

bool Execution::nobody_can_go_on() const {
  for (const Choice& choice : choices()) {
    if (choice.way != Way::spurious) return false;
  }
  return true;
}

bool Execution::can_go_on(int id) const {
  const Thread& waiting = thread(id);
  const Operation& operation = waiting.pending;
  if (goes_on_always(operation.kind)) return true;
  const SyncObject* const object = objects_.find(operation.address);
  const auto is_free = [](const SyncObject* mutex) { return mutex == nullptr || !mutex->is_held(); };
  switch (operation.kind) {
    case Kind::lock:
    case Kind::timed_lock:
    case Kind::once:
      return is_free(object) || object->owner == id;  // who holds it already is told so by the hook
    case Kind::lock_shared:
    case Kind::timed_lock_shared:
      return object == nullptr || object->owner < 0;
    case Kind::acquire:
    case Kind::timed_acquire:
      return object != nullptr && object->value > 0;
    case Kind::barrier_wait:
      return object != nullptr && object->round != operation.value;
    case Kind::wake:
      return waiting.notified && is_free(objects_.find(operation.second));
    case Kind::awake:
      return waiting.notified;
    case Kind::join:
      return thread(static_cast<int>(operation.value)).exited;
    default:
      return true;
  }
}

// In a loop that changes nothing, and nothing has changed since.
bool Execution::goes_round(int id) const { return thread(id).spins && thread(id).spins_since_changes == changes_; }

ThreadSet Execution::spinning_threads() const {
  ThreadSet spinning = 0;
  for (int id = 0; id < threads_used_; ++id) {
    if (!thread(id).exited && goes_round(id)) spinning |= only(id);
  }
  return spinning;
}

ThreadSet Execution::waiters_of(const Operation& operation) const {
  const Kind waits = operation.kind == Kind::notify_one ? Kind::wake : Kind::awake;
  ThreadSet waiters = 0;
  for (int id = 0; id < threads_used_; ++id) {
    const Thread& other = thread(id);
    const bool waits_here = other.pending.kind == waits && other.pending.address == operation.address;
    if (!other.exited && waits_here && !other.notified) waiters |= only(id);
  }
  return waiters;
}

void Execution::add_choices_of(int id, bool time_passes) {
  const Thread& candidate = thread(id);
  const auto add = [&](Way way, int woken = 0) {
    recording_.choices[recording_.choices_used++] = {static_cast<ThreadId>(id), way, static_cast<ThreadId>(woken)};
  };
  if (goes_round(id)) return;
  const Operation& operation = candidate.pending;
  const bool goes_on = can_go_on(id);
  if (operation.kind == Kind::notify_one || operation.kind == Kind::wake_one) {
    const ThreadSet waiters = waiters_of(operation);
    for (int waiter = 0; waiter < threads_used_; ++waiter) {
      if (contains(waiters, waiter)) add(Way::wakes, waiter);
    }
    if (waiters != 0) return;
  }
  if (goes_on) add(Way::plain);
  if (operation.kind == Kind::try_lock && candidate.refusals_left > 0) {
    const SyncObject* const object = objects_.find(operation.address);
    if (object == nullptr || !object->is_held()) add(Way::fails);
  }
  if (goes_on || (!is_wait(operation.kind) && !takes_lock_with_time(operation.kind))) return;
  const SyncObject* const mutex = operation.kind == Kind::wake ? objects_.find(operation.second) : nullptr;
  if (candidate.notified || (mutex != nullptr && mutex->is_held())) return;
  if (operation.timed) {
    if (candidate.timeouts_left > 0 || time_passes) {
      add(Way::times_out);
    } else {
      recording_.unbalanced_timeouts = true;
    }
  }
  if (operation.kind == Kind::wake && candidate.spurious_left > 0) add(Way::spurious);
}

int Execution::pick_of_thread(int id, bool other_than_spurious) const {
  const std::span<const Choice> all = choices();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].thread != id) continue;
    const bool of_its_own = all[i].way == Way::spurious || all[i].way == Way::times_out;
    if (!other_than_spurious || !of_its_own) return static_cast<int>(i);
  }
  return -1;
}

int Execution::pick() {
  const int step = recording_.steps_taken;
  if (step < static_cast<int>(plan_->prefix.size())) return pick_planned(step);
  if (step == static_cast<int>(plan_->prefix.size())) {
    sleeping_ = plan_->sleeping;
    if (step > 0 && plan_->uses_sleep) {
      // The set belongs to the state before the last step of the prefix.
      const TakenStep& last = recording_.steps[static_cast<std::size_t>(step) - 1];
      sleeping_ &= ~only(last.choice.thread);
      wake_sleepers(last.operation);
    }
  }
  if (next_deviation_ < plan_->deviations.size() && plan_->deviations[next_deviation_].step == step + 1) {
    return pick_deviation(plan_->deviations[next_deviation_++]);
  }
  if (plan_->then == Then::randomly) return pick_randomly();
  if (plan_->then == Then::by_priorities) return pick_by_priority();
  const int index = pick_default(sleeping_);
  if (index < 0) finish(Ending::blocked);
  return index;
}

int Execution::pick_planned(int step) {
  const std::span<const Choice> all = choices();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == plan_->prefix[static_cast<std::size_t>(step)]) return static_cast<int>(i);
  }
  finish(Ending::diverged);
}

int Execution::pick_deviation(const Deviation& deviation) {
  const std::span<const Choice> all = choices();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int value = all[i].way == Way::wakes && deviation.way == Way::wakes ? all[i].woken : all[i].thread;
    const bool same_way = all[i].way == deviation.way || (deviation.way == Way::plain && all[i].way == Way::wakes);
    if (same_way && value == deviation.value) return static_cast<int>(i);
  }
  finish(Ending::diverged);
}

bool Execution::pauses(int id) const { return thread(id).asks_pause; }

// Who went last goes on; else the next one that can. A wait ends by itself only where nothing else can happen.
int Execution::pick_default(ThreadSet excluded) const {
  for (const bool of_its_own : {false, true}) {
    const int first = pauses(current_) ? current_ + 1 : current_;
    for (int i = 0; i < threads_used_; ++i) {
      const int id = (first + i) % threads_used_;
      if (contains(excluded, id)) continue;
      const int index = pick_of_thread(id, !of_its_own);
      if (index >= 0) return index;
    }
  }
  return -1;
}

std::uint64_t Execution::draw(std::uint64_t below) {
  random_ = mix(random_, 1);
  return random_ % below;
}

int Execution::pick_randomly() {
  const std::span<const Choice> all = choices();
  return static_cast<int>(draw(all.size()));
}

// Source: Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (ASPLOS 2010), with
// places of change drawn on the way.
int Execution::pick_by_priority() {
  const std::span<const Choice> all = choices();
  int best = -1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool higher =
        best < 0 || priorities_[all[i].thread] > priorities_[all[static_cast<std::size_t>(best)].thread];
    const bool same = best >= 0 && all[i].thread == all[static_cast<std::size_t>(best)].thread;
    if (higher || (same && draw(2) == 0)) best = static_cast<int>(i);
  }
  constexpr std::uint64_t kStepsBetweenChanges = 12;
  const ThreadId chosen = all[static_cast<std::size_t>(best)].thread;
  if (draw(kStepsBetweenChanges) == 0 || pauses(chosen))
    priorities_[chosen] = static_cast<std::uint32_t>(draw(1U << 16));
  return best;
}

}  // namespace interleave

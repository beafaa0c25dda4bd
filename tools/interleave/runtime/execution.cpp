// tools/interleave/runtime/execution.cpp: the life of an execution and of its threads, and the taking of steps.
// Which thread is next: choices.cpp. Memory: memory.cpp. Loops: loops.cpp. When nobody can go on: standstill.cpp.
#include "execution.hpp"

#include "hash.hpp"
#include "program.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace interleave {

Execution* execution = nullptr;

namespace {

constexpr std::uint64_t kFirstMoment = 1'700'000'000'000'000'000;  // of the virtual clock, in nanoseconds

void copy_text(std::string_view text, char* target, std::size_t size) {
  const std::size_t count = std::min(text.size(), size - 1);
  __builtin_memcpy(target, text.data(), count);
  target[count] = '\0';
}

}  // namespace

void Execution::run(Switcher& switcher, const Plan& plan) {
  switcher_ = &switcher;
  plan_ = &plan;
  reset();
  running_ = true;
  switcher.enter();
  running_ = false;
}

void Execution::keep_state() {
  objects_.keep();
  heap_.keep();
  snapshot_.take();
}

void Execution::reset() {
  snapshot_.restore();
  heap_.restore();
  objects_.restore();
  history_.clear();
  lock_pairs_.clear();
  inversion_.reset();
  details_.clear();
  details_.wanted = plan_->with_details;
  printed_.clear();
  recording_.ending = Ending::running;
  recording_.failure = {};
  recording_.steps_taken = 0;
  recording_.choices_used = 0;
  recording_.threads = 0;
  recording_.raced = false;
  recording_.unbalanced_timeouts = false;
  recording_.cycle_start = -1;
  recording_.outcome[0] = '\0';
  recording_.new_points_used = 0;
  sleeping_ = 0;
  next_deviation_ = 0;
  last_step_ = happenings_;
  schedule_ = 0;
  random_ = mix(0, plan_->seed);
  changes_ = 0;
  loop_visits_.clear();
  local_states_.clear();
  if (!states_.empty()) states_.clear();
  if (!standstills_.empty()) standstills_.clear();
  current_ = 0;
  threads_used_ = 0;
  add_thread(nullptr, nullptr);
  if (plan_->then != Then::by_priorities) return;
  for (std::uint32_t& priority : priorities_) priority = static_cast<std::uint32_t>(draw(1U << 30));
}

int Execution::add_thread(void* (*function)(void*), void* argument) {
  if (threads_used_ == kMostThreads) return -1;
  const int id = threads_used_++;
  Thread& made = thread(id);
  static const Thread kNew;
  made = kNew;  // its containers keep their memory
  made.function = function;
  made.argument = argument;
  made.spurious_left = rules_.spurious;
  made.refusals_left = rules_.refusals;
  made.timeouts_left = rules_.timeouts;
  made.now = kFirstMoment;
  if (id != 0) {
    Thread& maker = self();
    made.clock = maker.clock;
    made.order = maker.order;
    made.order.join(maker.order);
    made.now = maker.now;
    made.pending = {
        .kind = Kind::start, .address = thread_object(id), .pc = reinterpret_cast<std::uintptr_t>(function)};
    maker.clock.advance(current_);
    maker.order.advance(current_);
    switcher_->make(id);
  }
  made.clock.advance(id);
  made.order.advance(id);
  snapshot_.restore_thread_locals(id, switcher_->control_block_of(id));
  return id;
}

void Execution::teach(VectorClock& released) {
  released.join(self().clock);
  self().clock.advance(current_);
  self().order.advance(current_);
}

bool Execution::is_stuck(int spans) {
  const bool anything = std::exchange(happenings_when_asked_, happenings_) != happenings_;
  spans_without_any_ = anything ? 0 : spans_without_any_ + 1;
  const bool for_nothing = recording_.new_points_used > 0;
  const bool known = for_nothing || endless_.contains(schedule_);
  if (anything || (spans_without_any_ < spans && !known)) return false;
  if (!for_nothing) endless_.insert(schedule_);
  return true;
}

Choice Execution::step(Operation operation) {
  last_step_ = ++happenings_;
  Thread& thread = self();
  thread.pending = operation;
  if (details_.wanted) details_.complete(current_);
  note_loop(thread);
  choose_next();
  return self().taken;
}

void Execution::end_thread() {
  Thread& thread = self();
  step({.kind = Kind::exit, .address = thread_object(current_)});
  bool others = false;
  for (int id = 0; id < threads_used_; ++id) others = others || (id != current_ && !this->thread(id).exited);
  // main() may have ended by pthread_exit(): the process ends with its last thread.
  if (!others) end_process(0);
  thread.exited = true;
  ++changes_;
  choose_next();
  __builtin_unreachable();
}

void Execution::choose_next() {
  if (is_next_planned()) {
    take(plan_->prefix[static_cast<std::size_t>(recording_.steps_taken)]);
    return;
  }
  collect_choices();
  while (nobody_can_go_on()) {
    if (!lets_a_loop_go_on()) stand_still();
    collect_choices();
  }
  if (recording_.steps_taken >= rules_.most_steps) finish(Ending::cut);
  const int index = pick();
  note_alternatives(index);
  take(choices()[static_cast<std::size_t>(index)]);
}

// What the search wants to know of a step that another one could have taken the place of.
void Execution::note_alternatives(int index) {
  TakenStep& step = recording_.steps[static_cast<std::size_t>(recording_.steps_taken)];
  step.by_default = !details_.wanted || pick_default(0) == index;
  step.before = static_cast<ThreadId>(current_);
  step.before_could_go_on = contains(able_, current_) && !self().asks_pause && pick_of_thread(current_, true) >= 0;
  step.able = able_;
  step.spinning = spinning_threads();
  step.sleeping = sleeping_;
}

void Execution::take(const Choice choice) {
  Thread& chosen = thread(choice.thread);
  TakenStep& step = recording_.steps[static_cast<std::size_t>(recording_.steps_taken)];
  step.operation = chosen.pending;
  step.choice = choice;
  schedule_ = mix(schedule_, static_cast<std::uint64_t>(choice.way) << 16 |
                                 static_cast<std::uint64_t>(choice.woken) << 8 | choice.thread);
  step.notified_at = chosen.notified ? chosen.notified_at : -1;
  ++recording_.steps_taken;
  if (sleeping_ != 0) wake_sleepers(chosen.pending);
  for (int id = 0; id < threads_used_; ++id) {
    if (id != choice.thread) thread(id).asks_pause = false;
  }
  chosen.taken = choice;
  chosen.asks_pause = false;
  if (choice.way == Way::spurious) --chosen.spurious_left;
  if (choice.way == Way::fails) --chosen.refusals_left;
  if (choice.way == Way::times_out) --chosen.timeouts_left;
  if (!may_only_look(chosen.pending.kind)) ++changes_;
  if (details_.wanted) {
    const bool preempts = choice.thread != current_ && step.before_could_go_on;
    details_.begin_step(recording_.steps_taken, choice, chosen.pending, preempts,
                        calls_of(choice.thread, chosen.pending.pc));
  }
  const int before = current_;
  current_ = choice.thread;
  if (before != current_) switcher_->go(before, current_);
}

void Execution::wake_sleepers(const Operation& operation) {
  for (int id = 0; id < threads_used_; ++id) {
    if (contains(sleeping_, id) && depends(thread(id).pending, operation)) sleeping_ &= ~only(id);
  }
}

void Execution::fail(std::string_view kind, std::string_view text, int exit_code) {
  copy_text(kind, recording_.failure.kind.data(), recording_.failure.kind.size());
  copy_text(text, recording_.failure.text.data(), recording_.failure.text.size());
  recording_.failure.exit_code = exit_code;
  finish(Ending::failed);
}

void Execution::finish(Ending ending) {
  recording_.ending = ending;
  recording_.threads = threads_used_;
  recording_.output_hash = mix(0, printed_.data(), printed_.size());
  for (int id = 0; id < threads_used_; ++id) {
    recording_.has_pending[static_cast<std::size_t>(id)] = !thread(id).exited;
    recording_.pending[static_cast<std::size_t>(id)] = thread(id).pending;
  }
  if (details_.wanted) details_.complete(current_);
  running_ = false;
  switcher_->leave();
  __builtin_unreachable();
}

void Execution::notify(std::uintptr_t address, Kind waits, bool all, const Choice& choice) {
  bool somebody = false;
  for (int id = 0; id < threads_used_; ++id) {
    Thread& other = thread(id);
    const bool waits_here = !other.exited && other.pending.kind == waits && other.pending.address == address;
    if (!waits_here || other.notified) continue;
    if (!all && (choice.way != Way::wakes || choice.woken != id)) continue;
    other.notified = true;
    other.notified_at = recording_.steps_taken - 1;
    somebody = true;
  }
  if (somebody) return;
  SyncObject& object = objects_.at(address);
  object.lost_notification_step = recording_.steps_taken;
  object.lost_notification_thread = current_;
  if (details_.wanted) {
    details_.add_note(current_, "nobody waits");
    details_.lost_notifications.push_back({recording_.steps_taken, current_, address});
  }
}

void Execution::wait_for_oneself(const Operation& operation) {
  step(operation);
  // Nobody but this thread could end the wait.
  fail("deadlock", "T" + std::to_string(current_) + " waits for itself: it holds the lock already");
}

CallStack Execution::calls_of(int id, std::uintptr_t pc) const {
  CallStack stack = {pc};
  const std::vector<std::uintptr_t>& calls = thread(id).calls;
  stack.insert(stack.end(), calls.rbegin(), calls.rend());
  // Where libraries lie differs from run to run.
  std::erase_if(stack, [&](std::uintptr_t address) { return !snapshot_.is_in_program(address); });
  return stack;
}

void Execution::print(std::string_view text) {
  constexpr std::size_t kMostKept = std::size_t{64} << 10;
  if (printed_.size() < kMostKept) printed_.append(text.substr(0, kMostKept - printed_.size()));
}

void Execution::set_outcome(std::string_view text) {
  copy_text(text, recording_.outcome.data(), recording_.outcome.size());
}

}  // namespace interleave

// tools/interleave/runtime/execution.hpp: one run of the program under one schedule.
//
// The program's threads call step() before whatever others can notice; it returns when the schedule lets them do it. So
// exactly one thread runs at a time, and between two steps of a thread no other takes one.
#pragma once

#include "access_history.hpp"
#include "address_set.hpp"
#include "details.hpp"
#include "fresh_table.hpp"
#include "program_heap.hpp"
#include "recording.hpp"
#include "snapshot.hpp"
#include "switcher.hpp"
#include "sync_objects.hpp"
#include "thread.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace interleave {

/// How an execution goes on when the given steps are taken.
enum class Then : std::uint8_t { by_default, randomly, by_priorities };

/// What the search asks of one execution.
struct Plan {
  std::vector<Choice> prefix;         ///< the first steps
  std::vector<Deviation> deviations;  ///< or: all steps that differ from the default
  bool uses_sleep = false;
  ThreadSet sleeping = 0;  ///< threads that need not go next after the prefix
  Then then = Then::by_default;
  std::uint64_t seed = 1;
  bool with_details = false;
};

/// The same for all executions of a search.
struct Rules {
  int most_steps = 20'000;
  int spurious = 1;  ///< spurious wake-ups of each thread
  int timeouts = 3;  ///< time-outs of each thread while others could go on
  int refusals = 0;  ///< of each thread: try_lock fails though the mutex is free
};

/// A thread took a lock while it held another.
struct LockPair {
  std::uintptr_t held = 0;
  std::uintptr_t taken = 0;
  int thread = 0;
  std::vector<std::uintptr_t> holds;  ///< all that it held
  VectorClock order;
  CallStack stack;
};

/// Two threads take two locks in opposite orders, and nothing keeps them from doing so at the same time.
struct LockInversion {
  LockPair first;
  LockPair second;
};

/// A thread that can't go on.
struct WaitingThread {
  int thread = 0;
  Operation operation;
  int holder = -1;  ///< the thread without which it can't; -1: nobody in particular
  CallStack stack;
};

class Execution {
 public:
  Execution(Rules rules, Recording& recording) : rules_(rules), recording_(recording) {}

  /// Runs thread 0 as the body of the program. To be called by the search; the rest by the program's threads.
  void run(Switcher& switcher, const Plan& plan);

  // Threads.
  int current() const { return current_; }
  Thread& self() { return threads_[static_cast<std::size_t>(current_)]; }
  Thread& thread(int id) { return threads_[static_cast<std::size_t>(id)]; }
  const Thread& thread(int id) const { return threads_[static_cast<std::size_t>(id)]; }
  int threads() const { return threads_used_; }
  /// A new thread, ready to start. -1: there are too many.
  int add_thread(void* (*function)(void*), void* argument);
  /// The body of a thread has returned.
  [[noreturn]] void end_thread();

  // Steps.
  /// Waits until the calling thread may do `operation`.
  Choice step(Operation operation);
  /// Ends the execution as a failure.
  [[noreturn]] void fail(std::string_view kind, std::string_view text = {}, int exit_code = 0);
  [[noreturn]] void finish(Ending ending);

  // Synchronisation objects, and what they order.
  SyncObjects& objects() { return objects_; }
  /// The program's state now, before main() begins, is what every execution starts with.
  void keep_state();
  void learn(const VectorClock& released) { self().clock.join(released); }
  void teach(VectorClock& released);
  /// Wakes those who wait at `address` in a step of this kind. @param choice  of the notifying step: it says which one
  void notify(std::uintptr_t address, Kind waits, bool all, const Choice& choice);
  /// Waits for ever: for a lock that the calling thread holds itself.
  [[noreturn]] void wait_for_oneself(const Operation& operation);
  /// The calling thread has taken a lock while it holds others.
  void note_lock_order(std::uintptr_t mutex, std::uintptr_t pc);
  const std::optional<LockInversion>& inversion() const { return inversion_; }

  // Memory.
  /// A plain or atomic access of the calling thread: a step where the variable is shared.
  /// @param pc  of the call
  void access(std::uintptr_t address, std::uint32_t size, Kind kind, std::uintptr_t pc);
  /// The same without a step of its own: the caller has taken one.
  void touch(std::uintptr_t address, std::uint32_t size, Kind kind, std::uintptr_t pc);
  void free_block(void* pointer, std::uintptr_t pc);
  /// The calling thread has changed something that others can see.
  void note_change() { ++changes_; }

  /// A word about the step that the calling thread took last.
  void add_note(std::string_view note) {
    if (details_.wanted) details_.add_note(current_, note);
  }
  void print(std::string_view text);
  void set_outcome(std::string_view text);

  /// To be asked after equal spans of the program's time: whether a thread goes round in a loop without end. It does
  /// where nothing has happened for so many of them, or for one where the same steps have led to such a loop before.
  bool is_stuck(int spans);

  const AddressSet& points() const { return points_; }
  void add_point(std::uintptr_t address) { points_.add(address); }
  ProgramHeap& heap() { return heap_; }
  Snapshot& snapshot() { return snapshot_; }
  Details& details() { return details_; }
  const Rules& rules() const { return rules_; }
  void set_rules(const Rules& rules) { rules_ = rules; }
  Recording& recording() { return recording_; }
  bool running() const { return running_; }
  StackRange own_stack() const { return switcher_->stack_of(current_); }
  std::string_view printed() const { return printed_; }
  int steps_taken() const { return recording_.steps_taken; }
  /// Those that had not ended when the execution did, and could not go on.
  std::vector<WaitingThread> waiting_threads() const;
  /// Where a thread is in the program, innermost call first.
  CallStack calls_of(int id, std::uintptr_t pc) const;

 private:
  void reset();
  void choose_next();
  bool is_next_planned();
  void collect_choices();
  void add_choices_of(int id, bool time_passes);
  bool can_go_on(int id) const;
  bool goes_round(int id) const;
  ThreadSet spinning_threads() const;
  ThreadSet waiters_of(const Operation& operation) const;
  int pick();
  int pick_planned(int step);
  int pick_deviation(const Deviation& deviation);
  int pick_default(ThreadSet excluded) const;
  int pick_of_thread(int id, bool other_than_spurious) const;
  int pick_randomly();
  int pick_by_priority();
  std::uint64_t draw(std::uint64_t below);
  void note_alternatives(int index);
  void take(Choice choice);
  void wake_sleepers(const Operation& operation);
  bool pauses(int id) const;
  bool nobody_can_go_on() const;
  [[noreturn]] void stand_still();
  std::string describe_circle(int start) const;
  int awaited_by(int id) const;
  void note_loop(Thread& thread);
  bool lets_a_loop_go_on();
  bool others_went_since(int step) const;
  std::uint64_t hash_of_stack(int id) const;
  std::uint64_t hash_of_everything() const;
  void check_loop(bool too_long);
  bool is_on_own_stack(std::uintptr_t address) const;
  void meet(const Meeting& meeting, const MemoryAccess& access, std::uintptr_t pc);
  std::span<const Choice> choices() const;

  Rules rules_;
  Recording& recording_;
  Switcher* switcher_ = nullptr;
  const Plan* plan_ = nullptr;
  bool running_ = false;

  std::array<Thread, kMostThreads> threads_;
  int threads_used_ = 0;
  int current_ = 0;

  std::vector<LockPair> lock_pairs_;
  std::optional<LockInversion> inversion_;
  SyncObjects objects_;
  AccessHistory history_;
  AddressSet points_;
  ProgramHeap heap_;
  Snapshot snapshot_;
  Details details_;

  ThreadSet able_ = 0;
  ThreadSet sleeping_ = 0;
  std::size_t next_deviation_ = 0;
  std::uint64_t random_ = 0;
  std::array<std::uint32_t, kMostThreads> priorities_{};
  std::uint64_t changes_ = 0;
  FreshTable<LoopVisit> loop_visits_;              // by thread and place
  FreshTable<bool> local_states_;                  // that a thread had at a place that it comes by again
  std::unordered_map<std::uint64_t, int> states_;  // that were looked at, by their hash, and the step before which
  std::unordered_set<std::uint64_t> standstills_;  // that a loop came out of, by the state's hash
  std::uint64_t happenings_ = 0;                   // of all executions: accesses, steps
  std::uint64_t happenings_when_asked_ = 0;
  int spans_without_any_ = 0;
  std::uint64_t last_step_ = 0;                // happenings_ at it
  std::uint64_t schedule_ = 0;                 // hash of all choices so far
  std::unordered_set<std::uint64_t> endless_;  // schedules, of all executions, that lead into a loop without end
  std::string printed_;
};

/// The one that the hooks serve; null while the program is not explored.
extern Execution* execution;

}  // namespace interleave
